package dev.lanescope.chart;

import java.util.List;

/// Something to draw whole shapes on, such as a vector file. Places are in pixels from the upper
/// left corner and may be fractions; colours are ARGB.
public interface Sheet {

    /// How a text lies to its place.
    enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }

    void fill(Box box, int colour);

    /// Fills boxes with the look of a state.
    void fillState(List<Box> boxes, int state);

    void line(double x, double y, double toX, double toY, int colour);

    /// Writes a line of text.
    ///
    /// @param y of the line on which the letters stand
    /// @param size in pixels
    void text(String words, double x, double y, double size, Align align, int colour);

    /// About how wide a text is.
    double widthOf(String words, double size);
}
