package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.List;

/// How busy the lanes of a stretch were over time: a grid of lanes by buckets of time, each cell
/// knowing to the nanosecond how much of its lane time was work.
///
/// Buckets cover the stretch without a gap and differ by at most a nanosecond in width. Where there
/// are more lanes than rows, a row is a bundle of neighbouring lanes.
public final class UtilisationMap {

    private final Stretch stretch;
    private final List<Integer> lanes;
    private final int rows;
    private final int buckets;
    private final long[][] work;

    private UtilisationMap(Stretch stretch, List<Integer> lanes, int rows, int buckets) {
        this.stretch = stretch;
        this.lanes = lanes;
        this.rows = rows;
        this.buckets = buckets;
        this.work = new long[rows][buckets];
    }

    /// Divides the stretch, lanes in the order of their numbers.
    public static UtilisationMap of(
            Snapshot trace, Stretch stretch, int mostRows, int mostBuckets) {
        return of(trace, stretch, stretch.lanes(), mostRows, mostBuckets);
    }

    /// Divides the stretch.
    ///
    /// @param order the lanes of the stretch, from the first row to the last
    /// @param mostRows how many rows there may be, at least 1
    /// @param mostBuckets how many buckets there may be, at least 1; fewer if the stretch has fewer
    ///   nanoseconds
    public static UtilisationMap of(
            Snapshot trace, Stretch stretch, List<Integer> order, int mostRows, int mostBuckets) {
        long from = Math.clamp(stretch.startNanos(), 0, trace.endNanos());
        long to = Math.clamp(stretch.endNanos(), from, trace.endNanos());
        int known = trace.lanes().size();
        List<LaneView> lanes =
                order.stream()
                        .filter(lane -> lane >= 0 && lane < known)
                        .map(trace.lanes()::get)
                        .toList();
        List<Integer> numbers = lanes.stream().map(LaneView::number).toList();
        var within = new Stretch(from, to, numbers);
        int rows = Math.clamp(lanes.size(), 1, Math.max(1, mostRows));
        int buckets = (int) Math.clamp(to - from, 1, (long) Math.max(1, mostBuckets));
        var map = new UtilisationMap(within, numbers, rows, buckets);
        for (int place = 0; place < lanes.size(); place++) {
            map.add(trace, lanes.get(place), map.work[map.rowOf(place)]);
        }
        return map;
    }

    private void add(Snapshot trace, LaneView lane, long[] sums) {
        int end = StretchSpans.end(lane, stretch.endNanos());
        int bucket = 0;
        for (int span = StretchSpans.first(lane, stretch); span < end; span++) {
            if (!trace.state(lane.state(span)).kind().isWork()) {
                continue;
            }
            long at = Math.max(lane.startNanos(span), stretch.startNanos());
            long until = Math.min(lane.endNanos(span), stretch.endNanos());
            while (at < until) {
                while (startNanos(bucket + 1) <= at) {
                    bucket++;
                }
                long cut = Math.min(until, startNanos(bucket + 1));
                sums[bucket] += cut - at;
                at = cut;
            }
        }
    }

    private int rowOf(int place) {
        return (int) ((long) place * rows / Math.max(1, lanes.size()));
    }

    public int rows() {
        return rows;
    }

    public int buckets() {
        return buckets;
    }

    /// The part of the trace it covers.
    public Stretch stretch() {
        return stretch;
    }

    /// The numbers of the lanes in a row, in order.
    public List<Integer> lanes(int row) {
        long first = Math.ceilDiv((long) row * lanes.size(), (long) rows);
        long end = Math.ceilDiv((row + 1L) * lanes.size(), (long) rows);
        return lanes.subList((int) first, (int) end);
    }

    /// When a bucket begins; that of the bucket after the last one is the end of the stretch.
    public long startNanos(int bucket) {
        long width = stretch.nanos() / buckets;
        long rest = stretch.nanos() % buckets;
        return stretch.startNanos() + width * bucket + rest * bucket / buckets;
    }

    /// The bucket that holds a moment; -1 if it lies outside.
    public int bucketAt(double nanos) {
        if (!(nanos >= stretch.startNanos()) || nanos >= stretch.endNanos()) {
            return -1;
        }
        double place = (nanos - stretch.startNanos()) / stretch.nanos() * buckets;
        int bucket = Math.clamp((int) place, 0, buckets - 1);
        while (bucket > 0 && startNanos(bucket) > nanos) {
            bucket--;
        }
        while (bucket + 1 < buckets && startNanos(bucket + 1) <= nanos) {
            bucket++;
        }
        return bucket;
    }

    /// How much work was done in a cell.
    public long workNanos(int row, int bucket) {
        return work[row][bucket];
    }

    /// How much lane time a cell has.
    public long laneNanos(int row, int bucket) {
        return (startNanos(bucket + 1) - startNanos(bucket)) * lanes(row).size();
    }

    /// Part of the cell's lane time that was work, 0 to 1.
    public double share(int row, int bucket) {
        long due = laneNanos(row, bucket);
        return due == 0 ? 0 : (double) work[row][bucket] / due;
    }
}
