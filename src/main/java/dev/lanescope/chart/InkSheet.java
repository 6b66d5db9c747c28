package dev.lanescope.chart;

import java.util.List;

/// A sheet on which also what lies on the lanes can be drawn.
public interface InkSheet extends Sheet {

    /// Draws what lies within a box; the rest of it does not show.
    void within(Box box, Runnable drawing);

    /// Moves everything that is drawn.
    void moved(double x, double y, Runnable drawing);

    /// Outlines a box with round corners.
    void outline(Box box, int colour);

    /// A curved arrow, with a dot where it begins.
    void arrow(FlowMarks.Arrow arrow, int colour);

    /// A dashed line.
    void dashed(double x, double y, double toX, double toY, int colour);

    /// A ring or a disc around a place.
    void dot(double x, double y, boolean isFilled, int colour);

    /// Veils what was drawn in some boxes.
    void veil(List<Box> boxes, StopVeil.Look look);
}
