package dev.lanescope.exchange.report;

import dev.lanescope.chart.Box;
import dev.lanescope.chart.Sheet;
import dev.lanescope.chart.SvgText;
import dev.lanescope.trace.State;

import java.util.List;

/// A sheet that becomes a picture inside a report: shapes bear classes instead of colours, and the
/// report's style sheet says what those are by day, by night and on paper.
final class ReportSheet implements Sheet {

    /// So wide is every picture: as many units as an A4 sheet leaves CSS pixels, or a little more,
    /// so that its words are as big in print as on the screen.
    static final int WIDTH = 740;

    /// An ordinary sans-serif letter's width as a part of its size.
    private static final double LETTER = 0.56;

    private final StringBuilder shapes = new StringBuilder();
    private final List<State> states;

    /// @param states those of the trace that is drawn, if one is
    ReportSheet(List<State> states) {
        this.states = List.copyOf(states);
    }

    /// The whole picture.
    ///
    /// @param title what screen readers say of it
    String svg(int width, int height, String title) {
        return """
        <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
        %s</svg>
        """
                .formatted(width, height, Escaped.html(title), shapes);
    }

    @Override
    public void fill(Box box, int colour) {
        rectangle(box, "class=\"f-" + ReportInk.name(colour) + "\"", "/>");
    }

    /// A block that says what it is when it is pointed at, and to programs how long it lasts.
    void block(Box box, Look look, String words, long nanos) {
        rectangle(
                box,
                look.attribute() + " data-nanos=\"" + nanos + "\"",
                "><title>" + Escaped.html(words) + "</title></rect>");
    }

    private void rectangle(Box box, String attributes, String end) {
        shapes.append("<rect x=\"")
                .append(SvgText.number(box.x()))
                .append("\" y=\"")
                .append(SvgText.number(box.y()))
                .append("\" width=\"")
                .append(SvgText.number(box.width()))
                .append("\" height=\"")
                .append(SvgText.number(box.height()))
                .append("\" ")
                .append(attributes)
                .append(end)
                .append('\n');
    }

    @Override
    public void fillState(List<Box> boxes, int state) {
        if (boxes.isEmpty()) {
            return;
        }
        shapes.append("<path ").append(Look.of(states.get(state)).attribute()).append(" d=\"");
        shapes.append(SvgText.path(boxes)).append("\"/>\n");
    }

    @Override
    public void line(double x, double y, double toX, double toY, int colour) {
        shapes.append(
                "<path class=\"s-%s\" d=\"M%s %sL%s %s\"/>\n"
                        .formatted(
                                ReportInk.name(colour),
                                SvgText.number(x),
                                SvgText.number(y),
                                SvgText.number(toX),
                                SvgText.number(toY)));
    }

    /// The ground of what was not measured.
    void guess(Box box) {
        rectangle(box, new Look("idle", true).attribute(), "/>");
    }

    /// A dot.
    void dot(double x, double y, double radius) {
        shapes.append(
                "<circle class=\"f-accent\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                        .formatted(SvgText.number(x), SvgText.number(y), SvgText.number(radius)));
    }

    @Override
    public void text(String words, double x, double y, double size, Align align, int colour) {
        shapes.append(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" class=\"%s\"%s>%s</text>\n"
                        .formatted(
                                SvgText.number(x),
                                SvgText.number(y),
                                SvgText.number(size),
                                ink(colour),
                                SvgText.anchor(align),
                                Escaped.html(words)));
    }

    private String ink(int colour) {
        if (!ReportInk.isOnState(colour)) {
            return "f-" + ReportInk.name(colour);
        }
        Look look = Look.of(states.get(ReportInk.state(colour)));
        return look.hatched() ? "f-words halo" : "i-" + look.name();
    }

    @Override
    public double widthOf(String words, double size) {
        return words.length() * size * LETTER;
    }
}
