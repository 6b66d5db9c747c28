package dev.lanescope.chart;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A sheet that becomes an SVG file: shapes as shapes, patterns as patterns, text as text.
public final class SvgSheet implements InkSheet {

    private static final String FONTS =
            "Inter, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

    /// An ordinary sans-serif letter's width as a part of its size.
    private static final double LETTER = 0.56;

    private static final String PIXEL = "M%d %dh1v1h-1z";

    private final StringBuilder shapes = new StringBuilder();
    private final LanePaint paint;
    private final int states;
    private final int width;
    private final int height;
    private int clips;

    /// @param states how many states the paint knows
    public SvgSheet(int width, int height, LanePaint paint, int states) {
        this.width = width;
        this.height = height;
        this.paint = paint;
        this.states = states;
    }

    /// Writes the whole file.
    ///
    /// @param title what screen readers say of the picture
    public void writeTo(Writer out, String title) throws IOException {
        out.write(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" \
                viewBox="0 0 %1$d %2$d" role="img" font-family="%3$s">
                <title>%4$s</title>
                <defs>
                """
                        .formatted(width, height, FONTS, escaped(title)));
        for (int state = 0; state < states; state++) {
            if (paint.isHatched(state)) {
                out.write(pattern(state));
            }
        }
        out.write("</defs>\n");
        out.append(shapes);
        out.write("</svg>\n");
    }

    private String pattern(int state) {
        var tile = new StatePattern(paint, state);
        int cell = tile.cell();
        int ground = between(tile, paint.solid(state));
        var path = new StringBuilder();
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < cell; x++) {
                if (tile.argb(x, y) != ground) {
                    path.append(PIXEL.formatted(x, y));
                }
            }
        }
        return """
        <pattern id="state%d" width="%d" height="%d" patternUnits="userSpaceOnUse">\
        <rect width="%d" height="%d" fill="%s"/>\
        <path d="%s" fill="%s" shape-rendering="crispEdges"/></pattern>
        """
                .formatted(
                        state, cell, cell, cell, cell, web(ground), path, web(paint.solid(state)));
    }

    /// The colour of a tile where its strokes are not: the one that the state is not called by.
    private int between(StatePattern tile, int stroke) {
        for (int y = 0; y < tile.cell(); y++) {
            for (int x = 0; x < tile.cell(); x++) {
                if (tile.argb(x, y) != stroke) {
                    return tile.argb(x, y);
                }
            }
        }
        return stroke;
    }

    @Override
    public void fill(Box box, int colour) {
        shapes.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"%s/>\n"
                        .formatted(
                                SvgText.number(box.x()),
                                SvgText.number(box.y()),
                                SvgText.number(box.width()),
                                SvgText.number(box.height()),
                                web(colour),
                                opacity(colour)));
    }

    @Override
    public void fillState(List<Box> boxes, int state) {
        if (boxes.isEmpty()) {
            return;
        }
        String fill = paint.isHatched(state) ? "url(#state" + state + ")" : web(paint.solid(state));
        shapes.append("<path fill=\"").append(fill).append("\" d=\"");
        shapes.append(SvgText.path(boxes)).append("\"/>\n");
    }

    @Override
    public void line(double x, double y, double toX, double toY, int colour) {
        shapes.append(
                "<path d=\"M%s %sL%s %s\" stroke=\"%s\"/>\n"
                        .formatted(
                                SvgText.number(x),
                                SvgText.number(y),
                                SvgText.number(toX),
                                SvgText.number(toY),
                                web(colour)));
    }

    @Override
    public void text(String words, double x, double y, double size, Align align, int colour) {
        shapes.append(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s>%s</text>\n"
                        .formatted(
                                SvgText.number(x),
                                SvgText.number(y),
                                SvgText.number(size),
                                web(colour),
                                SvgText.anchor(align),
                                escaped(words)));
    }

    @Override
    public void within(Box box, Runnable drawing) {
        String id = "clip" + clips++;
        shapes.append(
                "<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>\n<g clip-path=\"url(#%s)\">\n"
                        .formatted(id, SvgText.path(List.of(box)), id));
        drawing.run();
        shapes.append("</g>\n");
    }

    @Override
    public void moved(double x, double y, Runnable drawing) {
        shapes.append(
                "<g transform=\"translate(%s %s)\">\n"
                        .formatted(SvgText.number(x), SvgText.number(y)));
        drawing.run();
        shapes.append("</g>\n");
    }

    @Override
    public void outline(Box box, int colour) {
        shapes.append(
                ("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" fill=\"none\""
                                + " stroke=\"%s\" stroke-width=\"2\"/>\n")
                        .formatted(
                                SvgText.number(box.x()),
                                SvgText.number(box.y()),
                                SvgText.number(box.width()),
                                SvgText.number(box.height()),
                                web(colour)));
    }

    @Override
    public void arrow(FlowMarks.Arrow it, int colour) {
        String dashes = it.isDashed() ? " stroke-dasharray=\"4 3\"" : "";
        shapes.append(
                ("<path class=\"arrow\" d=\"M%s %sC%s %s %s %s %s %s\" fill=\"none\""
                                + " stroke=\"%s\" stroke-width=\"1.5\"%s/>\n")
                        .formatted(
                                SvgText.number(it.x()),
                                SvgText.number(it.y()),
                                SvgText.number(it.x() + it.bend()),
                                SvgText.number(it.y()),
                                SvgText.number(it.toX() - it.bend()),
                                SvgText.number(it.toY()),
                                SvgText.number(it.toX()),
                                SvgText.number(it.toY()),
                                web(colour),
                                dashes));
        dot(it.x(), it.y(), true, colour);
        shapes.append(
                "<path d=\"M%s %sl-5 -3v6z\" fill=\"%s\"/>\n"
                        .formatted(
                                SvgText.number(it.toX()), SvgText.number(it.toY()), web(colour)));
    }

    @Override
    public void dashed(double x, double y, double toX, double toY, int colour) {
        shapes.append(
                ("<path d=\"M%s %sL%s %s\" stroke=\"%s\" stroke-width=\"1.5\""
                                + " stroke-dasharray=\"2 3\"/>\n")
                        .formatted(
                                SvgText.number(x),
                                SvgText.number(y),
                                SvgText.number(toX),
                                SvgText.number(toY),
                                web(colour)));
    }

    @Override
    public void dot(double x, double y, boolean isFilled, int colour) {
        String fill = isFilled ? web(colour) : "none";
        shapes.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"%s\" stroke=\"%s\"/>\n"
                        .formatted(SvgText.number(x), SvgText.number(y), fill, web(colour)));
    }

    @Override
    public void veil(List<Box> boxes, StopVeil.Look look) {
        String id = "veil" + clips++;
        int cell = look.cell();
        var strokes = new StringBuilder();
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < cell; x++) {
                if (look.hatch().ink(x, y)) {
                    strokes.append(PIXEL.formatted(x, y));
                }
            }
        }
        shapes.append(
                """
                <pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse">\
                <rect width="%d" height="%d" fill="%s"%s/>\
                <path d="%s" fill="%s"%s shape-rendering="crispEdges"/></pattern>
                """
                        .formatted(
                                id,
                                cell,
                                cell,
                                cell,
                                cell,
                                web(look.ground()),
                                opacity(look.ground()),
                                strokes,
                                web(look.stroke()),
                                opacity(look.stroke())));
        shapes.append(
                "<path class=\"veil\" fill=\"url(#%s)\" d=\"%s\"/>\n"
                        .formatted(id, SvgText.path(boxes)));
    }

    @Override
    public double widthOf(String words, double size) {
        return words.length() * size * LETTER;
    }

    private static String web(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    private static String opacity(int argb) {
        int alpha = argb >>> 24;
        return alpha == 0xff ? "" : " fill-opacity=\"" + SvgText.number(alpha / 255.0) + "\"";
    }

    /// Text for XML; what XML cannot hold becomes a question mark.
    private static String escaped(String words) {
        return words.codePoints().mapToObj(SvgSheet::escaped).collect(Collectors.joining());
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> {
                boolean odd =
                        Character.isISOControl(letter)
                                || (letter >= 0xD800 && letter <= 0xDFFF)
                                || letter == 0xFFFE
                                || letter == 0xFFFF;
                yield odd ? "?" : Character.toString(letter);
            }
        };
    }
}
