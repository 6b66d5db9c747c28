package dev.lanescope.bench;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;

/// Workers by state as one would do it at first: every span of every lane is visited and dealt out
/// to the columns that it covers. What the level of detail is measured against.
final class PlainScan {

    private long[] nanos = {};

    /// The time of each state in each column, column by column.
    long[] compute(Snapshot trace, TimeWindow window, int count) {
        int states = trace.info().states().size();
        if (nanos.length != count * states) {
            nanos = new long[count * states];
        }
        Arrays.fill(nanos, 0);
        for (LaneView lane : trace.lanes()) {
            add(lane, window, count, states);
        }
        return nanos;
    }

    private void add(LaneView lane, TimeWindow window, int count, int states) {
        int column = 0;
        long from = Math.max(0, window.columnStart(0, count));
        long to = window.columnStart(1, count);
        for (int span = lane.indexAt(from); span < lane.size() && column < count; span++) {
            long end = lane.endNanos(span);
            int state = lane.state(span);
            while (column < count && to <= end) {
                nanos[column * states + state] += Math.max(0, to - from);
                from = Math.max(from, to);
                column++;
                to = window.columnStart(column + 1, count);
            }
            if (column < count) {
                nanos[column * states + state] += Math.max(0, end - from);
                from = Math.max(from, end);
            }
        }
    }
}
