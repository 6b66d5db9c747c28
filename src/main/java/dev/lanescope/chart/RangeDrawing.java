package dev.lanescope.chart;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.Sheet.Align;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;

/// What people put on the lanes, on top of a [LanesDrawing]: the notes of the trace, the selected
/// range, the bracket that measures.
///
/// @param range what is selected
/// @param measured what the bracket is about
/// @param inks colours
public record RangeDrawing(Optional<Stretch> range, Optional<Stretch> measured, Inks inks)
        implements OnLanes {

    /// The colours of it.
    ///
    /// @param aside laid on what is not selected; not opaque
    /// @param edge of the range
    /// @param bracket that measures
    /// @param note its lines and words
    /// @param wash laid on what a note is about; not opaque
    /// @param ground under words
    public record Inks(int aside, int edge, int bracket, int note, int wash, int ground) {}

    private static final double SMALL = 10;
    private static final double LABEL = 15;
    private static final double CHIP = 16;

    @Override
    public void draw(InkSheet sheet, Snapshot trace, Viewport view, Box lanes) {
        sheet.within(
                lanes,
                () ->
                        sheet.moved(
                                lanes.x(),
                                lanes.y(),
                                () -> {
                                    trace.notes().forEach(note -> drawNote(sheet, view, note));
                                    range.ifPresent(it -> drawRange(sheet, view, it));
                                    measured.ifPresent(it -> drawBracket(sheet, view, it));
                                }));
        range.ifPresent(
                it -> drawChip(sheet, view, lanes, it, Durations.text(it.nanos()), inks.edge()));
        measured.ifPresent(it ->
                drawChip(
                        sheet,
                        view,
                        lanes,
                        it,
                        "\u0394 " + Durations.text(it.nanos(), 6),
                        inks.bracket()));
    }

    private void drawNote(InkSheet sheet, Viewport view, Note note) {
        for (Box box : RangeMarks.of(view, note)) {
            sheet.fill(box, inks.wash());
            if (!note.isOnAllLanes()) {
                sheet.fill(new Box(box.x(), box.y(), 1, box.height()), inks.note());
                double right = box.x() + box.width() - 1;
                sheet.fill(new Box(right, box.y(), 1, box.height()), inks.note());
            }
        }
        double left = RangeMarks.x(view, note.startNanos());
        double right = RangeMarks.x(view, note.endNanos());
        sheet.fill(new Box(left, 0, Math.max(2, right - left), 3), inks.note());
        boolean inSight = right >= 0 && left <= view.width();
        RangeMarks.wordsEnd(view, note, LABEL).stream()
                .filter(_ -> inSight)
                .forEach(end -> {
                    double from = Math.max(0, left) + 2;
                    double width = sheet.widthOf(note.text(), SMALL) + 8;
                    sheet.fill(new Box(from, end - LABEL, width, LABEL), inks.ground());
                    sheet.text(note.text(), from + 4, end - 4, SMALL, Align.LEFT, inks.note());
                });
    }

    private void drawRange(InkSheet sheet, Viewport view, Stretch it) {
        RangeMarks.outside(view, it).forEach(box -> sheet.fill(box, inks.aside()));
        double left = RangeMarks.x(view, it.startNanos());
        double right = Math.max(left + 1, RangeMarks.x(view, it.endNanos()));
        sheet.line(left + 0.5, 0, left + 0.5, view.height(), inks.edge());
        sheet.line(right - 0.5, 0, right - 0.5, view.height(), inks.edge());
    }

    private void drawBracket(InkSheet sheet, Viewport view, Stretch it) {
        double left = RangeMarks.x(view, it.startNanos());
        double right = RangeMarks.x(view, it.endNanos());
        sheet.dashed(left, 0, left, view.height(), inks.bracket());
        sheet.dashed(right, 0, right, view.height(), inks.bracket());
        sheet.line(left, 4.5, right, 4.5, inks.bracket());
    }

    /// How long it is, on the axis above.
    private void drawChip(
            InkSheet sheet, Viewport view, Box lanes, Stretch it, String words, int colour) {
        double width = sheet.widthOf(words, SMALL) + 12;
        double middle =
                (RangeMarks.x(view, it.startNanos()) + RangeMarks.x(view, it.endNanos())) / 2;
        double left =
                lanes.x() + Math.clamp(middle - width / 2, 0, Math.max(0, lanes.width() - width));
        sheet.fill(new Box(left, lanes.y() - CHIP - 4, width, CHIP), colour);
        double line = lanes.y() - 8.5;
        sheet.text(words, left + width / 2, line, SMALL, Align.MIDDLE, inks.ground());
    }
}
