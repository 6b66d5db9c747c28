package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;

/// Helps a pointer to hit the edge of a span: people mean the edge when they point beside it.
public final class Snap {

    /// How near an edge must be, in pixels.
    public static final double REACH = 6;

    private Snap() {}

    /// The nearest edge of a span on a lane, if it is near enough; otherwise the moment at that
    /// place itself. Always within the run.
    ///
    /// @param x pixels right of the view's left edge
    public static double moment(Viewport view, LaneView lane, double x) {
        double moment = Math.clamp(view.nanosAt(x), 0, (double) lane.endNanos());
        int span = lane.indexAt((long) moment);
        double start = lane.startNanos(span);
        double end = lane.endNanos(span);
        double edge = moment - start <= end - moment ? start : end;
        double pixels = Math.abs(edge - moment) / view.window().nanosPerPixel(view.width());
        return pixels <= REACH ? edge : moment;
    }
}
