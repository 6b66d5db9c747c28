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

    /// The `d` of a path over many boxes.
    public static String path(List<Box> boxes) {
        var path = new StringBuilder();
        for (Box box : boxes) {
            path.append('M')
                    .append(number(box.x()))
                    .append(' ')
                    .append(number(box.y()))
                    .append('h')
                    .append(number(box.width()))
                    .append('v')
                    .append(number(box.height()))
                    .append('h')
                    .append(number(-box.width()))
                    .append('z');
        }
        return path.toString();
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
