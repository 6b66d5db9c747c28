package dev.lanescope.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A [Glyph] on a canvas.
public final class GlyphInk {

    private static final double LINE = 1.8;

    private GlyphInk() {}

    /// Paints a glyph into a square.
    ///
    /// @param second whether it stands for the second run of a model, hence hollow
    public static void paint(
            GraphicsContext pen,
            Glyph glyph,
            double x,
            double y,
            double size,
            Color colour,
            boolean second) {
        double scale = size / Glyph.BOX;
        pen.save();
        pen.translate(x, y);
        pen.scale(scale, scale);
        pen.beginPath();
        pen.appendSVGPath(glyph.path());
        if (glyph.drawnHollow(second)) {
            pen.setStroke(colour);
            pen.setLineWidth(LINE / scale);
            pen.stroke();
        } else {
            pen.setFill(colour);
            pen.fill();
        }
        pen.restore();
    }
}
