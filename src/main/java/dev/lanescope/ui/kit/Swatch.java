package dev.lanescope.ui.kit;

import javafx.scene.shape.Rectangle;

/// The small square that stands for a colour in a legend or an inspector: solid for a stage,
/// hatched for a state. It is painted for one palette; on a new theme, make a new one.
public final class Swatch {

    /// The usual side in pixels.
    public static final double SIDE = 10;

    private Swatch() {}

    public static Rectangle stage(Palette palette, String label) {
        Rectangle square = square();
        square.setFill(Argb.fx(palette.stage(label).fill()));
        return square;
    }

    public static Rectangle state(Palette palette, StateLook look) {
        Rectangle square = square();
        square.setFill(look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look)));
        return square;
    }

    private static Rectangle square() {
        Rectangle square = new Rectangle(SIDE, SIDE);
        square.setArcWidth(3);
        square.setArcHeight(3);
        square.getStyleClass().add("swatch");
        return square;
    }
}
