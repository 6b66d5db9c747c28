package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.LaneView;

import java.util.Optional;

/// Moves the edges of the selected range from span to span of its first lane. What is selected
/// first is the chosen page or span; at least a nanosecond of it stays.
public final class RangeSteps {

    private RangeSteps() {}

    /// Lets it end so many spans later, or earlier if negative.
    public static void moveEnd(TimelineModel model, int by) {
        move(
                model,
                (lane, it) -> {
                    int span = step(lane, it.endNanos() - 1, by);
                    long end = Math.max(lane.endNanos(span), it.startNanos() + 1);
                    return new Stretch(it.startNanos(), end, it.lanes());
                });
    }

    /// Lets it begin so many spans later, or earlier if negative.
    public static void moveStart(TimelineModel model, int by) {
        move(
                model,
                (lane, it) -> {
                    int span = step(lane, it.startNanos(), by);
                    long start = Math.min(lane.startNanos(span), it.endNanos() - 1);
                    return new Stretch(Math.max(0, start), it.endNanos(), it.lanes());
                });
    }

    private static int step(LaneView lane, long moment, int by) {
        return Math.clamp((long) lane.indexAt(moment) + by, 0, lane.size() - 1);
    }

    /// What becomes of a stretch whose first lane is given.
    private interface Move {
        Stretch of(LaneView lane, Stretch it);
    }

    private static void move(TimelineModel model, Move move) {
        model.shownProperty()
                .get()
                .ifPresent(trace ->
                        model.inFocus()
                                .filter(it -> !it.lanes().isEmpty() && it.nanos() > 0)
                                .map(it -> move.of(trace.lanes().get(it.lanes().getFirst()), it))
                                .ifPresent(it -> model.selectRange(Optional.of(it))));
    }
}
