package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;

/// How long the spans of one state take.
///
/// Percentiles are by nearest rank: P90 is the smallest duration that at least 90 % of the spans do
/// not exceed, so it is always one that occurred. With no spans every figure is 0.
///
/// @param state code of the state
/// @param count how many spans
/// @param totalNanos all of them together
/// @param histogram their durations on a logarithmic scale
public record SpanStatistics(
        int state,
        int count,
        long totalNanos,
        long minNanos,
        double meanNanos,
        long p50Nanos,
        long p90Nanos,
        long p99Nanos,
        long maxNanos,
        DurationHistogram histogram) {

    /// Over all spans of the state. A span at the live edge of a running trace counts as long as it
    /// has lasted.
    public static SpanStatistics of(Snapshot snapshot, int state) {
        return of(snapshot, state, 0, Long.MAX_VALUE);
    }

    /// Over the spans that touch the window, each with its whole duration: a span is not shorter
    /// for being cut by the edge of the picture.
    public static SpanStatistics of(Snapshot snapshot, int state, long fromNanos, long toNanos) {
        var durations = new LongList();
        for (LaneView lane : snapshot.lanes()) {
            for (int span = lane.indexAt(fromNanos); span < lane.size(); span++) {
                if (lane.startNanos(span) >= toNanos) {
                    break;
                }
                if (lane.state(span) == state) {
                    durations.add(lane.endNanos(span) - lane.startNanos(span));
                }
            }
        }
        return of(state, durations.sorted());
    }

    /// @param sorted durations in ascending order
    static SpanStatistics of(int state, long[] sorted) {
        int count = sorted.length;
        long total = Arrays.stream(sorted).sum();
        return new SpanStatistics(
                state,
                count,
                total,
                count == 0 ? 0 : sorted[0],
                count == 0 ? 0 : (double) total / count,
                percentile(sorted, 50),
                percentile(sorted, 90),
                percentile(sorted, 99),
                count == 0 ? 0 : sorted[count - 1],
                DurationHistogram.of(sorted));
    }

    /// Where a duration stands among the spans of a state: the smallest whole percentile that is
    /// not below it, by nearest rank; 100 for the longest. 0 if no span is as short.
    public static int standing(Snapshot snapshot, int state, long nanos) {
        long notLonger = 0;
        long all = 0;
        for (LaneView lane : snapshot.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (lane.state(span) == state) {
                    all++;
                    notLonger += lane.endNanos(span) - lane.startNanos(span) <= nanos ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (int) Math.ceilDiv(100 * notLonger, all);
    }

    private static long percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        long rank = Math.ceilDiv((long) sorted.length * percent, 100);
        return sorted[(int) rank - 1];
    }
}
