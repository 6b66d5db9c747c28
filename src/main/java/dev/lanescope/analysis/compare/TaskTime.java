package dev.lanescope.analysis.compare;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.List;

/// What one page took in a run, by kind of state, on all lanes it passed through.
final class TaskTime {

    private static final int KINDS = State.Kind.values().length;

    private final long[] nanos = new long[KINDS];
    private long first = Long.MAX_VALUE;
    private long last;

    /// Of all items of a run, by item.
    static List<TaskTime> of(Snapshot trace) {
        var all = new ArrayList<TaskTime>();
        trace.info().items().forEach(_ -> all.add(new TaskTime()));
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                int item = lane.item(span);
                if (item != Lane.NO_ITEM) {
                    all.get(item).add(trace.state(lane.state(span)).kind(), lane, span);
                }
            }
        }
        return all;
    }

    private void add(State.Kind kind, LaneView lane, int span) {
        nanos[kind.ordinal()] += lane.endNanos(span) - lane.startNanos(span);
        first = Math.min(first, lane.startNanos(span));
        last = Math.max(last, lane.endNanos(span));
    }

    boolean happened() {
        return first != Long.MAX_VALUE;
    }

    long nanos(State.Kind kind) {
        return nanos[kind.ordinal()];
    }

    /// From its first span to its last.
    long wayNanos() {
        return happened() ? last - first : 0;
    }
}
