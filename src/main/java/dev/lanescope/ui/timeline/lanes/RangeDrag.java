package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.Snap;
import dev.lanescope.chart.Viewport;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Selecting a part of the trace with the pointer: a drag over lanes selects time on those lanes, a
/// drag at an edge of what is selected moves that edge. Edges snap to those of spans.
final class RangeDrag {

    private static final double GRIP = 4;
    private static final double STILL = 3;

    private final LanesPane pane;
    private final TimelineModel model;
    private double pressX;
    private double pressY;
    private double anchor;
    private boolean armed;
    private boolean selecting;

    /// The lanes that stay the same, where an edge is moved.
    private @Nullable List<Integer> lanes;

    RangeDrag(LanesPane pane, TimelineModel model) {
        this.pane = pane;
        this.model = model;
    }

    void press(Viewport view, double x, double y) {
        pressX = x;
        pressY = y;
        armed = x >= Frame.HEAD;
        selecting = false;
        lanes = null;
        anchor = snapped(view, x, y);
        Optional<Stretch> range = model.rangeProperty().get();
        if (range.isPresent() && isOnEdge(view, x)) {
            Stretch it = range.get();
            boolean left = distance(view, it.startNanos(), x) <= distance(view, it.endNanos(), x);
            anchor = left ? it.endNanos() : it.startNanos();
            lanes = it.lanes();
        }
    }

    /// The pointer moved while it was pressed.
    ///
    /// @return whether this is a selection by now, and not the tremble of a click
    boolean drag(Viewport view, double x, double y) {
        boolean moved = Math.hypot(x - pressX, y - pressY) > STILL;
        selecting |= armed && (lanes != null || moved);
        if (selecting) {
            List<Integer> over = lanes == null ? lanesUnder(y) : lanes;
            model.selectRange(
                    Optional.of(Stretch.between(anchor, snapped(view, x, y), over))
                            .filter(stretch -> stretch.nanos() > 0));
        }
        return selecting;
    }

    /// A drag along the axis means all lanes.
    private List<Integer> lanesUnder(double y) {
        List<Integer> under = pane.lanesBetween(pressY, y);
        return under.isEmpty() || Math.max(pressY, y) < LanesInk.AXIS
                ? model.arrangement().rows().shownLanes().boxed().toList()
                : under;
    }

    /// Whether the pointer is on an edge of the selected range.
    boolean isOnEdge(Viewport view, double x) {
        return model.rangeProperty()
                .get()
                .filter(it ->
                        distance(view, it.startNanos(), x) <= GRIP
                                || distance(view, it.endNanos(), x) <= GRIP)
                .isPresent();
    }

    private static double distance(Viewport view, long moment, double x) {
        return Math.abs(Frame.HEAD + view.xOf(moment) - x);
    }

    private double snapped(Viewport view, double x, double y) {
        double inside = Math.clamp(x - Frame.HEAD, 0, view.width());
        return pane.laneAt(y)
                .map(lane -> Snap.moment(view, lane, inside))
                .orElseGet(() -> Math.max(0, view.nanosAt(inside)));
    }
}
