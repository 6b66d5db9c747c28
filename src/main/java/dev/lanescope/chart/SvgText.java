package dev.lanescope.chart;

import java.util.List;

/// How SVG spells numbers, boxes and where a text stands: what all sheets of vectors have in
/// common.
public final class SvgText {

    private SvgText() {}

    /// Two decimals are a fiftieth of what can be seen.
    public static String number(double value) {
        String text = String.valueOf(Math.round(value * 100) / 100.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// The `d` of a path over many boxes. Every box is told from where the one before began, which
    /// makes a picture of thousands of spans a third smaller; counted in hundredths, so that no
    /// rounding adds up.
    public static String path(List<Box> boxes) {
        var path = new StringBuilder();
        long x = 0;
        long y = 0;
        for (Box box : boxes) {
            long left = Math.round(box.x() * 100);
            long top = Math.round(box.y() * 100);
            long width = Math.round(box.width() * 100);
            append(path.append(path.isEmpty() ? 'M' : 'm'), left - x);
            append(path.append(top < y ? "" : " "), top - y);
            append(path.append('h'), width);
            append(path.append('v'), Math.round(box.height() * 100));
            append(path.append('h'), -width);
            path.append('z');
            x = left;
            y = top;
        }
        return path.toString();
    }

    /// Without a zero before the point and without one at the end.
    private static void append(StringBuilder path, long hundredths) {
        long size = Math.abs(hundredths);
        if (hundredths < 0) {
            path.append('-');
        }
        if (size >= 100 || size == 0) {
            path.append(size / 100);
        }
        if (size % 100 != 0) {
            path.append('.').append(size / 10 % 10);
            if (size % 10 != 0) {
                path.append(size % 10);
            }
        }
    }

    /// The attribute of a text, with a space before it; nothing where it begins at its place.
    public static String anchor(Sheet.Align align) {
        return switch (align) {
            case LEFT -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case RIGHT -> " text-anchor=\"end\"";
        };
    }
}
