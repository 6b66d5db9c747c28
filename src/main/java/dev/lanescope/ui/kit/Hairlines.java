package dev.lanescope.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Lines one pixel wide along the axes, as filled rectangles: without a graphics card a stroke goes
/// through the whole machinery for shapes and takes ten times as long.
public final class Hairlines {

    private Hairlines() {}

    /// From one x to another, in the row of pixels that holds the height.
    public static void across(
            GraphicsContext pen, Color colour, double fromX, double toX, double y) {
        pen.setFill(colour);
        pen.fillRect(fromX, Math.floor(y), toX - fromX, 1);
    }

    /// From one height to another, in the column of pixels that holds the x.
    public static void down(GraphicsContext pen, Color colour, double x, double fromY, double toY) {
        pen.setFill(colour);
        pen.fillRect(Math.floor(x), fromY, 1, toY - fromY);
    }
}
