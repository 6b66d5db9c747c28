package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.SpanStory;
import dev.lanescope.chart.FlowMarks;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The [arrows of cause and effect][FlowMarks] on the lanes.
final class FlowInk {

    private static final double HEAD = 5;

    /// @param fixed whether only what may lie on the fixed rows is painted
    void paint(
            GraphicsContext pen,
            Snapshot trace,
            Viewport view,
            SpanStory story,
            Palette palette,
            boolean fixed) {
        pen.save();
        pen.translate(Frame.HEAD, LanesInk.AXIS);
        pen.setLineWidth(1.5);
        for (FlowMarks.Mark mark : FlowMarks.of(trace, view, story, fixed)) {
            Color ink = Argb.fx(colour(palette, mark.tone()));
            pen.setStroke(ink);
            pen.setFill(ink);
            paint(pen, mark);
        }
        pen.restore();
    }

    static int colour(Palette palette, FlowMarks.Tone tone) {
        return switch (tone) {
            case WAY -> palette.ground().accent();
            case CAUSE -> palette.ground().hl();
        };
    }

    private static void paint(GraphicsContext pen, FlowMarks.Mark mark) {
        switch (mark) {
            case FlowMarks.Arrow arrow -> paint(pen, arrow);
            case FlowMarks.Wait(double x, double y, double toX, _) -> {
                pen.setLineDashes(2, 3);
                pen.strokeLine(x, y, toX, y);
                pen.setLineDashes();
            }
            case FlowMarks.Dot(double x, double y, boolean isFilled, _) -> {
                if (isFilled) {
                    pen.fillOval(x - 3, y - 3, 6, 6);
                } else {
                    pen.strokeOval(x - 3, y - 3, 6, 6);
                }
            }
        }
    }

    /// With a dot where it begins.
    private static void paint(GraphicsContext pen, FlowMarks.Arrow it) {
        if (it.isDashed()) {
            pen.setLineDashes(4, 3);
        }
        pen.beginPath();
        pen.moveTo(it.x(), it.y());
        pen.bezierCurveTo(
                it.x() + it.bend(), it.y(), it.toX() - it.bend(), it.toY(), it.toX(), it.toY());
        pen.stroke();
        pen.setLineDashes();
        pen.fillOval(it.x() - 2.5, it.y() - 2.5, 5, 5);
        pen.fillPolygon(
                new double[] {it.toX(), it.toX() - HEAD, it.toX() - HEAD},
                new double[] {it.toY(), it.toY() - HEAD * 0.6, it.toY() + HEAD * 0.6},
                3);
    }
}
