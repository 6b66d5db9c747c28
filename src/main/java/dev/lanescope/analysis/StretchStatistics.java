package dev.lanescope.analysis;

import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;

/// What the lanes of a stretch did in it, state by state.
///
/// At the borders two questions have two answers. *How much of the stretch was this?* counts only
/// what lies inside, so that the shares of all states make 100 %. *How long do such spans take?*
/// counts every span that reaches into the stretch, with its whole duration: a span is not shorter
/// for being cut by a selection.
///
/// @param stretch what was asked
/// @param rows one a state that occurs, in the order of the trace's states
public record StretchStatistics(Stretch stretch, List<Row> rows) {

    /// The figures of one state.
    ///
    /// @param insideNanos time in the state within the stretch
    /// @param share of all lane time in the stretch, 0 to 1
    /// @param spans the durations of the spans that reach into the stretch
    public record Row(int state, long insideNanos, double share, SpanStatistics spans) {}

    public StretchStatistics {
        rows = List.copyOf(rows);
    }

    /// Visits the spans of the stretch once, and sorts their durations.
    public static StretchStatistics of(Snapshot trace, Stretch stretch) {
        int states = trace.info().states().size();
        var durations = new ArrayList<LongList>();
        long[] inside = new long[states];
        for (int state = 0; state < states; state++) {
            durations.add(new LongList());
        }
        StretchSpans.visit(
                trace,
                stretch,
                (lane, span, insideNanos) -> {
                    int state = lane.state(span);
                    inside[state] += insideNanos;
                    durations.get(state).add(lane.endNanos(span) - lane.startNanos(span));
                });
        long all = 0;
        for (long nanos : inside) {
            all += nanos;
        }
        var rows = new ArrayList<Row>();
        for (int state = 0; state < states; state++) {
            long[] sorted = durations.get(state).sorted();
            if (sorted.length > 0) {
                double share = all == 0 ? 0 : (double) inside[state] / all;
                rows.add(new Row(state, inside[state], share, SpanStatistics.of(state, sorted)));
            }
        }
        return new StretchStatistics(stretch, rows);
    }

    /// All lane time in the stretch.
    public long insideNanos() {
        return rows.stream().mapToLong(Row::insideNanos).sum();
    }

    /// How many spans reach into the stretch.
    public long spans() {
        return rows.stream().mapToLong(row -> row.spans().count()).sum();
    }
}
