package dev.lanescope.chart;

/// What of the lanes is on the screen: the one thing that painting, labels and hit test share, so
/// that they cannot disagree.
///
/// @param window the time from the left edge to the right edge
/// @param layout how the lanes stand
/// @param width in pixels
/// @param height in pixels
/// @param scroll how many pixels of the lanes are hidden above the upper edge
public record Viewport(TimeWindow window, LaneLayout layout, int width, int height, int scroll) {

    public Viewport {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a view of " + width + " x " + height + " pixels");
        }
    }

    public double xOf(long nanos) {
        return window.xOf((double) nanos, width);
    }

    public double nanosAt(double x) {
        return window.nanosAt(x, width);
    }

    /// Where a height of the layout is on the screen.
    public int screenY(int layoutY) {
        return layoutY - scroll;
    }

    /// The first lane that can be seen.
    public int firstLane() {
        return Math.max(0, layout.laneAt(scroll));
    }

    /// The lane after the last one that can be seen.
    public int endLane() {
        return Math.min(layout.lanes(), layout.laneAt(scroll + height - 1.0) + 1);
    }
}
