package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// In which slices of another tool the spans of a lane lie, asked from the first span to the last.
///
/// A span that has the name of the innermost one is not a slice of its own, but a piece of that:
/// the time in which none of those inside lasted.
final class EnclosingSlices {

    private final Snapshot trace;
    private final LaneView lane;
    private final List<NestedSlice> told;
    private final Deque<NestedSlice> open = new ArrayDeque<>();
    private int next;

    EnclosingSlices(Snapshot trace, LaneView lane) {
        this.trace = trace;
        this.lane = lane;
        this.told = trace.nesting().ofLane(lane.number());
    }

    /// @param span not before the one that was asked for last
    boolean isPiece(int span) {
        if (told.isEmpty() || lane.item(span) == Lane.NO_ITEM) {
            return false;
        }
        long at = lane.startNanos(span);
        while (next < told.size() && told.get(next).startNanos() <= at) {
            NestedSlice slice = told.get(next++);
            close(slice.startNanos());
            open.push(slice);
        }
        close(at);
        return !open.isEmpty() && nameOf(open.getFirst()).equals(trace.nameOf(lane, span));
    }

    private void close(long at) {
        while (!open.isEmpty() && open.getFirst().endNanos() <= at) {
            open.pop();
        }
    }

    private String nameOf(NestedSlice slice) {
        return trace.info().items().get(slice.item());
    }
}
