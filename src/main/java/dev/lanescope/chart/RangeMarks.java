package dev.lanescope.chart;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Note;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// Where what people put on the lanes lies, in pixels of the view: what a range leaves out, the
/// lanes of a note. Pinned rows cover those that scroll. What lies beside the view is told as just
/// beside it.
public final class RangeMarks {

    private static final double BESIDE = 4;

    private RangeMarks() {}

    /// Where a moment lies.
    public static double x(Viewport view, long moment) {
        return Math.clamp(view.xOf(moment), -BESIDE, view.width() + BESIDE);
    }

    /// Everything in sight that is not in a range: the time before and after it, and other lanes
    /// meanwhile.
    public static List<Box> outside(Viewport view, Stretch range) {
        double left = x(view, range.startNanos());
        double right = Math.max(left + 1, x(view, range.endNanos()));
        var boxes = new ArrayList<Box>();
        boxes.add(new Box(0, 0, Math.max(0, left), view.height()));
        boxes.add(new Box(right, 0, Math.max(0, view.width() - right), view.height()));
        view.rowsInSight()
                .filter(row -> !view.rows().isOpenHeading(row))
                .filter(row -> !shows(view.rows(), row, range.lanes()))
                .forEach(row -> boxes.add(row(view, row, left, right - left)));
        boxes.removeIf(box -> box.width() <= 0 || box.height() <= 0);
        return boxes;
    }

    /// What a note is about: everything for its time, or its lanes in sight.
    public static List<Box> of(Viewport view, Note note) {
        double left = x(view, note.startNanos());
        double width = Math.max(1, x(view, note.endNanos()) - left);
        if (note.isOnAllLanes()) {
            return List.of(new Box(left, 0, width, view.height()));
        }
        return view.rowsInSight()
                .filter(row -> shows(view.rows(), row, note.lanes()))
                .mapToObj(row -> row(view, row, left, width))
                .filter(box -> box.height() > 0)
                .toList();
    }

    /// Down to where the words of a note may reach: the end of the first of its lanes in sight, or
    /// of the picture if it is on all. Nowhere if there are none.
    ///
    /// @param high how high the words are
    public static OptionalDouble wordsEnd(Viewport view, Note note, double high) {
        if (note.text().isEmpty()) {
            return OptionalDouble.empty();
        }
        return note.isOnAllLanes()
                ? OptionalDouble.of(view.height() - 2.0)
                : view.rowsInSight()
                        .filter(row -> shows(view.rows(), row, note.lanes()))
                        .filter(row -> bottom(view, row) - high > edge(view, row))
                        .mapToDouble(row -> bottom(view, row))
                        .findFirst();
    }

    private static Box row(Viewport view, int row, double left, double width) {
        double top = Math.max(edge(view, row), view.rowY(row));
        return new Box(left, top, width, Math.max(0, bottom(view, row) - top));
    }

    /// Above this a row does not show.
    private static double edge(Viewport view, int row) {
        return row < view.fixedRows() ? 0 : view.fixedHeight();
    }

    private static double bottom(Viewport view, int row) {
        return (double) view.rowY(row) + view.layout().rowHeight(row);
    }

    /// A heading is no lane; a collapsed group shows all of its lanes.
    private static boolean shows(Rows rows, int row, List<Integer> lanes) {
        return rows.lanesAt(row).anyMatch(lane -> Collections.binarySearch(lanes, lane) >= 0);
    }
}
