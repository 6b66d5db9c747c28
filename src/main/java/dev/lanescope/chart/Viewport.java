package dev.lanescope.chart;

import java.util.List;
import java.util.stream.IntStream;

/// What of the lanes is on the screen: the one thing that painting, labels and hit test share, so
/// that they cannot disagree.
///
/// Pinned rows are *fixed*: they stay at the top while the others scroll away below them. If there
/// are more of them than fit, with room for one more row, the rest scrolls like all others.
///
/// @param window the time from the left edge to the right edge
/// @param layout how the rows stand
/// @param width in pixels
/// @param height in pixels
/// @param scroll how many pixels of the rows that are not fixed are hidden
public record Viewport(TimeWindow window, LaneLayout layout, int width, int height, int scroll) {

    /// Where things are said to be that are not shown at all: above every screen.
    private static final int OUT_OF_SIGHT = -100_000;

    public Viewport {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a view of " + width + " x " + height + " pixels");
        }
    }

    public double xOf(long nanos) {
        return window.xOf((double) nanos, width);
    }

    public double nanosAt(double x) {
        return window.nanosAt(x, width);
    }

    public Rows rows() {
        return layout.rows();
    }

    /// How many of the first rows stay where they are.
    public int fixedRows() {
        return Math.min(rows().pinned(), Math.max(0, height / layout.laneHeight() - 1));
    }

    /// How high the fixed rows are together.
    public int fixedHeight() {
        return layout.rowTop(fixedRows());
    }

    /// Where the top of a row is on the screen.
    public int rowY(int row) {
        return layout.rowTop(row) - (row < fixedRows() ? 0 : scroll);
    }

    /// The first row that scrolls and can be seen.
    public int firstRow() {
        return Math.max(fixedRows(), layout.rowAt((double) scroll + fixedHeight()));
    }

    /// The row after the last one that can be seen.
    public int endRow() {
        return Math.min(rows().count(), layout.rowAt(scroll + height - 1.0) + 1);
    }

    /// All rows in sight, the fixed ones last: who paints in this order paints them on top.
    public IntStream rowsInSight() {
        return IntStream.concat(
                IntStream.range(firstRow(), endRow()), IntStream.range(0, fixedRows()));
    }

    /// The row at a height of the screen; [Rows#NONE] if there is none.
    public int rowAt(double y) {
        int row = y < fixedHeight() ? layout.rowAt(y) : layout.rowAt(y + scroll);
        return row < rows().count() ? row : Rows.NONE;
    }

    /// The lane whose own row is at a height of the screen; [Rows#NONE] if there is none.
    public int laneAt(double y) {
        int row = rowAt(y);
        return row == Rows.NONE ? Rows.NONE : rows().lane(row);
    }

    /// The lanes between two heights of the screen, from top to bottom, those of collapsed groups
    /// among them. What lies beneath the fixed rows does not count.
    public List<Integer> lanesBetween(double one, double other) {
        double top = Math.max(0, Math.min(one, other));
        double bottom = Math.min(height - 1.0, Math.max(one, other));
        return rowsInSight()
                .filter(row -> {
                    int from = row < fixedRows() ? rowY(row) : Math.max(rowY(row), fixedHeight());
                    return from <= bottom && rowY(row) + layout.rowHeight(row) > top;
                })
                .sorted()
                .flatMap(rows()::lanesAt)
                .boxed()
                .toList();
    }

    /// Whether a lane belongs to the fixed rows, which cover what scrolls below them.
    public boolean isFixed(int lane) {
        int row = rows().rowOf(lane);
        return row != Rows.NONE && row < fixedRows();
    }

    /// Whether anything of a lane's row, or of its collapsed group's, can be seen.
    public boolean isInSight(int lane) {
        int row = rows().rowOf(lane);
        return isFixed(lane) || (row >= firstRow() && row < endRow());
    }

    /// Where a lane's row, or that of its collapsed group, begins on the screen; far above it if
    /// the lane is not shown.
    public int laneY(int lane) {
        int row = rows().rowOf(lane);
        return row == Rows.NONE ? OUT_OF_SIGHT : rowY(row);
    }

    /// Where a lane's spans begin on the screen.
    public int spanY(int lane) {
        return laneY(lane) + layout.spanOffset();
    }

    /// Where a lane's page bands begin on the screen.
    public int bandY(int lane) {
        return laneY(lane) + layout.bandOffset();
    }

    /// The scroll nearest to the present one at which the whole row of a lane can be seen.
    public int scrollTo(int lane) {
        int row = rows().rowOf(lane);
        if (row == Rows.NONE || row < fixedRows()) {
            return scroll;
        }
        int most = layout.rowTop(row) - fixedHeight();
        int least = layout.rowTop(row) + layout.rowHeight(row) - height;
        return layout.clampScroll(Math.clamp(scroll, Math.min(least, most), most), height);
    }
}
