package dev.lanescope.ui.compare;

import dev.lanescope.chart.Picture;

/// Where a run has finished, on its own lanes or, dotted, on those of another.
///
/// @param x from where lanes begin
record FinishLine(int x, int colour, boolean isOwn) {

    static final int WIDTH = 2;

    /// A dot and the gap after it.
    private static final int DOTS = 4;

    private static final int DOT = 2;

    /// Paints it from the top of a picture of lanes to its bottom.
    void paint(Picture picture) {
        if (isOwn) {
            for (int column = x; column < x + WIDTH; column++) {
                paint(picture, column, 0, picture.height());
            }
        } else {
            for (int top = 0; top < picture.height(); top += DOTS) {
                paint(picture, x, top, top + DOT);
            }
        }
    }

    private void paint(Picture picture, int column, int fromY, int toY) {
        if (column >= 0 && column < picture.width()) {
            picture.fillColumn(column, fromY, toY, colour);
        }
    }
}
