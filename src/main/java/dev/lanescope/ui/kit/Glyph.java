package dev.lanescope.ui.kit;

import javafx.scene.shape.SVGPath;

/// The mark of a concurrency model. Form comes first: the models are told apart without any colour.
public enum Glyph {
    RING("M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0 -10z"),
    DISC("M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0 -12z"),
    TRIANGLE_UP("M8 2L14.5 13.5H1.5z"),
    DIAMOND("M8 1L15 8L8 15L1 8z"),
    SQUARE("M2.5 2.5H13.5V13.5H2.5z"),
    PENTAGON("M8 1.5L14.7 6.3L12.1 14.1H3.9L1.3 6.3z"),
    CROSS("M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4z"),
    TRIANGLE_DOWN("M8 14L1.5 2.5H14.5z"),
    BARS("M1.5 2h3v12h-3zM6.5 2h3v12h-3zM11.5 2h3v12h-3z"),
    CHEVRON("M2 2h6l6 6l-6 6h-6l5 -6z"),
    HOURGLASS("M2 2h12l-4.5 6l4.5 6h-12l4.5 -6z"),
    FRAME("M2 2h12v12h-12zM5.5 5.5v5h5v-5z"),
    HEXAGON("M4.5 2h7l3.5 6l-3.5 6h-7l-3.5 -6z"),
    HALVES("M2 2h4.8v12h-4.8zM9.2 2h4.8v12h-4.8z"),
    STAR("M8 1l2 4.8l5 .4l-3.9 3.3l1.3 5l-4.4 -2.8l-4.4 2.8l1.3 -5l-3.9 -3.3l5 -.4z");

    /// The side of the square that [#path] is drawn in.
    public static final double BOX = 16;

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /// The outline as SVG path data in a square of side [#BOX]; also what a canvas and the SVG
    /// export draw.
    public String path() {
        return path;
    }

    /// Whether the inside stays empty: always for the ring, else for the second run of a model.
    public boolean drawnHollow(boolean second) {
        return second || this == RING;
    }

    /// The glyph as a node of the given side, coloured by a style sheet colour such as `-ls-accent`
    /// or by CSS notation; it follows the theme when the colour does.
    public GlyphMark node(double size, String cssColour, boolean hollow) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        return new GlyphMark(shape, size, cssColour, drawnHollow(hollow));
    }
}
