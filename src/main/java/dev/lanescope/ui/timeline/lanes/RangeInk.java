package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.RangeDrawing;
import dev.lanescope.chart.RangeMarks;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

import java.util.List;

/// What people put on the lanes: the selected range, the bracket that measures, the notes.
final class RangeInk {

    private static final double VEIL = 0.55;
    private static final double WASH = 0.10;

    /// How high a note's words are with their ground.
    private static final double LABEL = 15;

    private final Frame frame;
    private final TextWidths labels = new TextWidths(TextRole.SMALL.font());
    private final TextWidths words = new TextWidths(TextRole.NUM_SMALL.font());

    RangeInk(Frame frame) {
        this.frame = frame;
    }

    void paint(GraphicsContext pen, Snapshot trace, Viewport view, double height) {
        TimelineModel model = frame.model();
        paintNotes(pen, trace.notes(), view, height);
        model.rangeProperty().get().ifPresent(it -> paintRange(pen, it, view, height));
        model.measuredProperty().get().ifPresent(it -> paintBracket(pen, it, view, height));
    }

    /// The colours of all this, for a file.
    static RangeDrawing.Inks inks(Palette palette) {
        Palette.Ground ground = palette.ground();
        return new RangeDrawing.Inks(
                Argb.withAlpha(ground.inset(), VEIL),
                ground.accent(),
                ground.hl(),
                ground.warn(),
                Argb.withAlpha(ground.warn(), WASH),
                ground.bg());
    }

    /// What is not selected is veiled, as on the overview; a duration stands on the axis.
    private void paintRange(GraphicsContext pen, Stretch range, Viewport view, double height) {
        RangeDrawing.Inks inks = inks(frame.palette());
        double left = x(view, range.startNanos());
        double right = Math.max(left + 1, x(view, range.endNanos()));
        pen.save();
        clip(pen, view, height);
        pen.setFill(Argb.fx(inks.aside()));
        RangeMarks.outside(view, range).forEach(box -> fill(pen, box));
        pen.setStroke(Argb.fx(inks.edge()));
        pen.strokeLine(left + 0.5, LanesInk.AXIS, left + 0.5, height);
        pen.strokeLine(right - 0.5, LanesInk.AXIS, right - 0.5, height);
        pen.setLineWidth(3);
        pen.setLineCap(StrokeLineCap.ROUND);
        double grip = LanesInk.AXIS + (height - LanesInk.AXIS) / 2;
        pen.strokeLine(left, grip - 8, left, grip + 8);
        pen.strokeLine(right, grip - 8, right, grip + 8);
        pen.restore();
        chip(pen, Durations.text(range.nanos()), (left + right) / 2, view, inks.edge());
    }

    private static void fill(GraphicsContext pen, Box box) {
        pen.fillRect(Frame.HEAD + box.x(), LanesInk.AXIS + box.y(), box.width(), box.height());
    }

    private void paintBracket(GraphicsContext pen, Stretch it, Viewport view, double height) {
        Palette.Ground ground = frame.palette().ground();
        double left = x(view, it.startNanos());
        double right = x(view, it.endNanos());
        pen.save();
        clip(pen, view, height);
        pen.setStroke(Argb.fx(ground.hl()));
        pen.setLineDashes(2, 3);
        pen.strokeLine(left, LanesInk.AXIS, left, height);
        pen.strokeLine(right, LanesInk.AXIS, right, height);
        pen.setLineDashes();
        double y = LanesInk.AXIS + 4.5;
        pen.strokeLine(left, y, right, y);
        pen.strokeLine(left, y - 3, left, y + 3);
        pen.strokeLine(right, y - 3, right, y + 3);
        pen.restore();
        chip(pen, "\u0394 " + Durations.text(it.nanos(), 6), (left + right) / 2, view, ground.hl());
    }

    private void paintNotes(GraphicsContext pen, List<Note> notes, Viewport view, double height) {
        for (Note note : notes) {
            double left = x(view, note.startNanos());
            double right = x(view, note.endNanos());
            if (right < Frame.HEAD || left > Frame.HEAD + view.width()) {
                continue;
            }
            pen.save();
            clip(pen, view, height);
            washLanes(pen, note, view);
            pen.fillRect(left, LanesInk.AXIS, Math.max(2, right - left), 3);
            RangeMarks.wordsEnd(view, note, LABEL)
                    .ifPresent(end ->
                            label(
                                    pen,
                                    note.text(),
                                    Math.max(Frame.HEAD, left),
                                    LanesInk.AXIS + end));
            pen.restore();
        }
    }

    /// Single lanes between edges, for a lane is low and its spans have colours of their own.
    private void washLanes(GraphicsContext pen, Note note, Viewport view) {
        RangeDrawing.Inks inks = inks(frame.palette());
        for (Box box : RangeMarks.of(view, note)) {
            pen.setFill(Argb.fx(inks.wash()));
            fill(pen, box);
            pen.setFill(Argb.fx(inks.note()));
            if (!note.isOnAllLanes()) {
                fill(pen, new Box(box.x(), box.y(), 1, box.height()));
                fill(pen, new Box(box.x() + box.width() - 1, box.y(), 1, box.height()));
            }
        }
        pen.setFill(Argb.fx(inks.note()));
    }

    /// Words on a ground of their own, for spans have any colour.
    private void label(GraphicsContext pen, String text, double left, double bottom) {
        Palette.Ground ground = frame.palette().ground();
        pen.setFill(Argb.fx(Argb.withAlpha(ground.bg(), 0.9)));
        pen.fillRoundRect(left + 2, bottom - LABEL, labels.applyAsDouble(text) + 8, LABEL, 4, 4);
        pen.setFill(Argb.fx(ground.warn()));
        pen.setFont(TextRole.SMALL.font());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(text, left + 6, bottom - LABEL / 2);
    }

    private void chip(GraphicsContext pen, String text, double middle, Viewport view, int fill) {
        double width = words.applyAsDouble(text) + 12;
        double most = Frame.HEAD + view.width() - width;
        double left = Math.clamp(middle - width / 2, Frame.HEAD, Math.max(Frame.HEAD, most));
        int ink = frame.palette().ground().bg();
        LanesInk.chipAt(pen, text, left, width, Argb.fx(fill), Argb.fx(ink));
    }

    private static void clip(GraphicsContext pen, Viewport view, double height) {
        pen.beginPath();
        pen.rect(Frame.HEAD, LanesInk.AXIS, view.width(), height - LanesInk.AXIS);
        pen.clip();
    }

    private static double x(Viewport view, long moment) {
        return Frame.HEAD + RangeMarks.x(view, moment);
    }
}
