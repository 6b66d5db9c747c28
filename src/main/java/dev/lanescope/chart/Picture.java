package dev.lanescope.chart;

import java.util.Arrays;

/// A picture of ARGB pixels in an array that somebody else may own, such as a screen's buffer.
public final class Picture {

    private final int[] argb;
    private final int width;
    private final int height;
    private final int stride;

    /// @param argb row by row
    /// @param stride how many places one row is after the other, at least the width
    public Picture(int[] argb, int width, int height, int stride) {
        if (width < 1 || height < 1 || stride < width) {
            throw new IllegalArgumentException(
                    width + " x " + height + " pixels with rows of " + stride);
        }
        if ((height - 1L) * stride + width > argb.length) {
            throw new IllegalArgumentException(
                    argb.length + " places for " + height + " rows of " + stride);
        }
        this.argb = argb;
        this.width = width;
        this.height = height;
        this.stride = stride;
    }

    /// A picture with an array of its own.
    public static Picture of(int width, int height) {
        return new Picture(new int[width * height], width, height, width);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int at(int x, int y) {
        return argb[y * stride + x];
    }

    /// Fills a rectangle, as far as it lies inside. The ends are not included.
    void fill(int fromX, int fromY, int toX, int toY, int colour) {
        int right = Math.min(toX, width);
        int left = Math.max(fromX, 0);
        if (left >= right) {
            return;
        }
        for (int y = Math.max(fromY, 0); y < Math.min(toY, height); y++) {
            Arrays.fill(argb, y * stride + left, y * stride + right, colour);
        }
    }

    /// Fills a rectangle with a state, as far as it lies inside.
    ///
    /// @param patternY the height at which patterns begin
    void fill(int fromX, int fromY, int toX, int toY, LanePaint paint, int state, int patternY) {
        if (!paint.isHatched(state)) {
            fill(fromX, fromY, toX, toY, paint.solid(state));
            return;
        }
        for (int y = Math.max(fromY, 0); y < Math.min(toY, height); y++) {
            for (int x = Math.max(fromX, 0); x < Math.min(toX, width); x++) {
                argb[y * stride + x] = paint.pattern(state, x, y - patternY);
            }
        }
    }

    /// Paints one pixel, which must lie inside.
    void set(int x, int y, int colour) {
        argb[y * stride + x] = colour;
    }
}
