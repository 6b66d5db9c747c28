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

    /// Lays a colour that is not opaque on a stretch of one column, as far as it lies inside.
    ///
    /// @param share what part of the colour's own opacity is laid on, 0 to 1; rounded down
    void blendColumn(int x, int fromY, int toY, int colour, double share) {
        for (int y = Math.max(fromY, 0); y < Math.min(toY, height); y++) {
            blend(x, y, colour, share);
        }
    }

    /// Lays a colour that is not opaque on one pixel inside.
    void blend(int x, int y, int colour, double share) {
        int alpha = (int) ((colour >>> 24) * share);
        int at = y * stride + x;
        int under = argb[at];
        argb[at] =
                0xff000000
                        | mix(colour >> 16, under >> 16, alpha) << 16
                        | mix(colour >> 8, under >> 8, alpha) << 8
                        | mix(colour, under, alpha);
    }

    private static int mix(int top, int under, int alpha) {
        return ((top & 0xff) * alpha + (under & 0xff) * (255 - alpha) + 127) / 255;
    }

    /// Fills a rectangle with a state, as far as it lies inside.
    ///
    /// @param patternY the height at which patterns begin, not below the rectangle's top
    void fill(int fromX, int fromY, int toX, int toY, StatePattern look, int patternY) {
        if (look.cell() == 1) {
            fill(fromX, fromY, toX, toY, look.argb(0, 0));
            return;
        }
        int left = Math.max(fromX, 0);
        int right = Math.min(toX, width);
        for (int y = Math.max(fromY, 0); y < Math.min(toY, height); y++) {
            int[] row = look.row(y - patternY);
            for (int x = left; x < right; x += StatePattern.STRIP) {
                int length = Math.min(StatePattern.STRIP, right - x);
                System.arraycopy(row, x % look.cell(), argb, y * stride + x, length);
            }
        }
    }

    /// Paints a stretch of a row, which must lie inside.
    void set(int x, int y, int[] colours, int count) {
        System.arraycopy(colours, 0, argb, y * stride + x, count);
    }

    /// Fills a stretch of a column, as far as it lies inside.
    public void fillColumn(int x, int fromY, int toY, int colour) {
        int end = Math.min(toY, height) * stride + x;
        for (int at = Math.max(fromY, 0) * stride + x; at < end; at += stride) {
            argb[at] = colour;
        }
    }

    /// Fills a stretch of a column with a state, as far as it lies inside.
    ///
    /// @param patternY the height at which patterns begin, not below the stretch's top
    void fillColumn(int x, int fromY, int toY, StatePattern look, int patternY) {
        int top = Math.max(fromY, 0);
        int end = Math.min(toY, height) * stride + x;
        look.fillColumn(argb, top * stride + x, end, stride, x, top - patternY);
    }
}
