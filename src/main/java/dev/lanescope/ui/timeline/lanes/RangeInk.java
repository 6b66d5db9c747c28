package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.Rows;
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

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

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

    /// What is not selected is veiled, as on the overview; a duration stands on the axis.
    private void paintRange(GraphicsContext pen, Stretch range, Viewport view, double height) {
        Palette.Ground ground = frame.palette().ground();
        double left = x(view, range.startNanos());
        double right = Math.max(left + 1, x(view, range.endNanos()));
        pen.save();
        clip(pen, view, height);
        pen.setFill(Argb.fx(Argb.withAlpha(ground.inset(), VEIL)));
        pen.fillRect(Frame.HEAD, LanesInk.AXIS, left - Frame.HEAD, height);
        pen.fillRect(right, LanesInk.AXIS, Frame.HEAD + view.width() - right, height);
        for (int row : view.rowsInSight().toArray()) {
            if (!view.rows().isOpenHeading(row) && !shows(view.rows(), row, range.lanes())) {
                double top = top(view, row);
                pen.fillRect(left, top, right - left, Math.max(0, bottom(view, row) - top));
            }
        }
        pen.setStroke(Argb.fx(ground.accent()));
        pen.strokeLine(left + 0.5, LanesInk.AXIS, left + 0.5, height);
        pen.strokeLine(right - 0.5, LanesInk.AXIS, right - 0.5, height);
        pen.setLineWidth(3);
        pen.setLineCap(StrokeLineCap.ROUND);
        double grip = LanesInk.AXIS + (height - LanesInk.AXIS) / 2;
        pen.strokeLine(left, grip - 8, left, grip + 8);
        pen.strokeLine(right, grip - 8, right, grip + 8);
        pen.restore();
        chip(pen, Durations.text(range.nanos()), (left + right) / 2, view, ground.accent());
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
        Palette.Ground ground = frame.palette().ground();
        for (Note note : notes) {
            double left = x(view, note.startNanos());
            double right = x(view, note.endNanos());
            if (right < Frame.HEAD || left > Frame.HEAD + view.width()) {
                continue;
            }
            pen.save();
            clip(pen, view, height);
            if (note.isOnAllLanes()) {
                pen.setFill(Argb.fx(Argb.withAlpha(ground.warn(), WASH)));
                pen.fillRect(left, LanesInk.AXIS, Math.max(1, right - left), height);
            } else {
                washLanes(pen, note.lanes(), view, left, Math.max(1, right - left));
            }
            pen.setFill(Argb.fx(ground.warn()));
            pen.fillRect(left, LanesInk.AXIS, Math.max(2, right - left), 3);
            wordsEnd(note, view, height)
                    .ifPresent(end -> label(pen, note.text(), Math.max(Frame.HEAD, left), end));
            pen.restore();
        }
    }

    /// Down to where the words of a note may reach: the end of the first of its lanes in sight, or
    /// of the picture if it is on all. Nowhere if there are none.
    private static OptionalDouble wordsEnd(Note note, Viewport view, double height) {
        if (note.text().isEmpty()) {
            return OptionalDouble.empty();
        }
        return note.isOnAllLanes()
                ? OptionalDouble.of(height - 2)
                : view.rowsInSight()
                        .filter(row -> shows(view.rows(), row, note.lanes()))
                        .mapToDouble(row -> bottom(view, row))
                        .filter(end -> end - LABEL > LanesInk.AXIS + view.fixedHeight())
                        .findFirst();
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

    /// Washed like the whole picture under a note on the whole run, but between edges, for a lane
    /// is low and its spans have colours of their own.
    private void washLanes(
            GraphicsContext pen, List<Integer> lanes, Viewport view, double left, double width) {
        int warn = frame.palette().ground().warn();
        for (int row : view.rowsInSight().toArray()) {
            double top = top(view, row);
            double tall = bottom(view, row) - top;
            if (tall > 0 && shows(view.rows(), row, lanes)) {
                pen.setFill(Argb.fx(Argb.withAlpha(warn, WASH)));
                pen.fillRect(left, top, width, tall);
                pen.setFill(Argb.fx(warn));
                pen.fillRect(left, top, 1, tall);
                pen.fillRect(left + width - 1, top, 1, tall);
            }
        }
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
        return Frame.HEAD + view.xOf(moment);
    }

    /// Where a row begins below the pinned ones, and where it ends.
    private static double top(Viewport view, int row) {
        double first = row < view.fixedRows() ? 0 : view.fixedHeight();
        return LanesInk.AXIS + Math.max(first, view.rowY(row));
    }

    private static double bottom(Viewport view, int row) {
        return LanesInk.AXIS + view.rowY(row) + view.layout().rowHeight(row);
    }

    /// A heading is no lane and never veiled; a collapsed group is not if one of its lanes is not.
    private static boolean shows(Rows rows, int row, List<Integer> lanes) {
        return rows.lanesAt(row).anyMatch(lane -> Collections.binarySearch(lanes, lane) >= 0);
    }
}
