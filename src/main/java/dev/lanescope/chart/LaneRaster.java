package dev.lanescope.chart;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.stream.IntStream;

/// Paints lanes into pixels: page bands, spans, and in columns too narrow for spans the stacked
/// shares of the states.
///
/// Between two neighbours that are both at least [#WIDE] pixels wide, one column stays ground, so
/// that they can be told apart even if they look the same. Made once for a run and used for every
/// frame; only lanes in sight are looked at, and nothing is allocated. Not for use by several
/// threads.
public final class LaneRaster {

    /// From this width in pixels on, spans and page bands are set off from each other.
    public static final int WIDE = 4;

    private static final int HIGHEST_IN_OVERVIEW = 10;

    /// Of two pixels one is ground, and one alone shows one state: a lane that is busy for a part
    /// of the time would look idle or busy.
    private static final int LEAST_IN_OVERVIEW = 3;

    /// High enough for shares of a quarter to be seen.
    private static final int BAND_IN_OVERVIEW = 4;

    private final LaneColumns columns;
    private final StateColumns sums;
    private final StateStack stack;
    private final LanePaint paint;
    private final List<StatePattern> looks;

    public LaneRaster(RunInfo info, LanePaint paint) {
        int states = info.states().size();
        this.columns = new LaneColumns(states);
        this.sums = new StateColumns(states);
        this.looks = StatePattern.all(paint, info.states());
        this.stack = new StateStack(info.states(), looks);
        this.paint = paint;
    }

    /// Paints the rows in sight over the whole picture: lanes, and for a collapsed group the
    /// stacked shares of all its lanes.
    ///
    /// @param view as wide and high as the picture
    public void paint(Snapshot snapshot, Viewport view, Picture picture) {
        paint(snapshot, view, view.window(), picture);
    }

    /// The same with columns that need not show all the same amount of time.
    public void paint(Snapshot snapshot, Viewport view, Columns times, Picture picture) {
        int below = view.fixedHeight();
        for (int row = view.firstRow(); row < view.endRow(); row++) {
            paintRow(snapshot, view, row, times, picture);
            below = view.rowY(row) + view.layout().rowHeight(row);
        }
        picture.fill(0, Math.max(0, below), picture.width(), picture.height(), paint.ground());
        for (int row = 0; row < view.fixedRows(); row++) {
            paintRow(snapshot, view, row, times, picture);
        }
    }

    /// Row by row on its own ground, so that its pixels are at hand when its columns are painted.
    private void paintRow(
            Snapshot snapshot, Viewport view, int row, Columns times, Picture picture) {
        LaneLayout layout = view.layout();
        int y = view.rowY(row);
        picture.fill(0, y, picture.width(), y + layout.rowHeight(row), paint.ground());
        int number = view.rows().lane(row);
        if (number == Rows.NONE) {
            view.rows()
                    .heading(row)
                    .filter(LaneGroup::isCollapsed)
                    .ifPresent(group -> paintGroup(snapshot, view, row, group, times, picture));
        } else if (number < snapshot.lanes().size()) {
            LaneView lane = snapshot.lanes().get(number);
            columns.compute(lane, times, picture.width(), layout.bandHeight() > 0);
            if (layout.bandHeight() > 0) {
                paintBand(picture, y + layout.bandOffset(), layout.bandHeight());
            }
            for (int depth = 1; depth <= layout.nestedRows(); depth++) {
                paintNested(snapshot, view, number, depth, y, picture);
            }
            int top = y + layout.spanOffset();
            paintSpans(picture, lane, times, top, layout.spanHeight());
        }
    }

    /// From where page bands begin to where spans end: a group has no pages to name.
    private void paintGroup(
            Snapshot snapshot,
            Viewport view,
            int row,
            LaneGroup group,
            Columns times,
            Picture picture) {
        LaneLayout layout = view.layout();
        int top = view.rowY(row) + layout.bandOffset();
        int height = layout.spanOffset() + layout.spanHeight() - layout.bandOffset();
        sums.compute(snapshot, group.lanes(), times, picture.width());
        sums.paint(stack, picture, top, height);
    }

    /// Paints all lanes in the order of their rows, however many there are: each by itself while
    /// there are three pixels for it, otherwise bands of neighbours as the stacked shares of their
    /// states.
    public void paintOverview(Snapshot snapshot, Rows rows, TimeWindow window, Picture picture) {
        paintOverview(snapshot, rows, window, window, picture);
    }

    /// The same with columns that need not show all the same amount of time.
    public void paintOverview(
            Snapshot snapshot, Rows rows, TimeWindow window, Columns times, Picture picture) {
        int height = picture.height();
        int[] inOrder = rowsOfLanes(rows);
        if (LEAST_IN_OVERVIEW * inOrder.length <= height) {
            int each = Math.min(height / Math.max(1, inOrder.length), HIGHEST_IN_OVERVIEW);
            LaneLayout layout = LaneLayout.compact(rows, each);
            paint(
                    snapshot,
                    new Viewport(window, layout, picture.width(), height, 0),
                    times,
                    picture);
            return;
        }
        picture.fill(0, 0, picture.width(), height, paint.ground());
        int bands = height / BAND_IN_OVERVIEW;
        for (int band = 0; band < bands; band++) {
            int from = (int) ((long) inOrder.length * band / bands);
            int to = (int) ((long) inOrder.length * (band + 1) / bands);
            IntStream lanes = IntStream.range(from, to).map(i -> inOrder[i]).flatMap(rows::lanesAt);
            sums.compute(snapshot, lanes, times, picture.width());
            sums.paint(stack, picture, band * BAND_IN_OVERVIEW, BAND_IN_OVERVIEW);
        }
    }

    /// The rows that show lanes: all but the headings of open groups.
    private static int[] rowsOfLanes(Rows rows) {
        return IntStream.range(0, rows.count()).filter(row -> !rows.isOpenHeading(row)).toArray();
    }

    /// Paints how many workers were in which state, from the bottom of the picture to its top for
    /// all workers.
    public void paintWorkersByState(Snapshot snapshot, TimeWindow window, Picture picture) {
        picture.fill(0, 0, picture.width(), picture.height(), paint.ground());
        sums.compute(snapshot, window, picture.width());
        sums.paint(stack, picture, 0, picture.height());
    }

    private void paintSpans(Picture picture, LaneView lane, Columns times, int top, int height) {
        int x = 0;
        while (x < columns.columns()) {
            int span = columns.span(x);
            if (span == LaneColumns.OUTSIDE || isGap(lane, x, times)) {
                x++;
            } else if (span == LaneColumns.MIXED) {
                int end = x + 1;
                while (end < columns.columns()
                        && columns.span(end) == LaneColumns.MIXED
                        && !isGap(lane, end, times)) {
                    end++;
                }
                columns.paintMixed(x, end, stack, picture, top, height);
                x = end;
            } else {
                int end = x + 1;
                while (end < columns.columns()
                        && columns.span(end) >= 0
                        && columns.state(end) == columns.state(x)
                        && !isGap(lane, end, times)) {
                    end++;
                }
                picture.fill(x, top, end, top + height, looks.get(columns.state(x)), top);
                x = end;
            }
        }
    }

    private boolean isGap(LaneView lane, int column, Columns times) {
        if (columns.begins(column) != 1) {
            return false;
        }
        int begun = columns.lastBegun(column);
        double pixelsPerNano = times.pixelsPerNano(column, columns.columns());
        return begun > 0
                && isWide(lane, begun, pixelsPerNano)
                && isWide(lane, begun - 1, pixelsPerNano);
    }

    private static boolean isWide(LaneView lane, int span, double pixelsPerNano) {
        return (lane.endNanos(span) - lane.startNanos(span)) * pixelsPerNano >= WIDE;
    }

    /// Page bands know their extent by the columns alone: a stretch of columns with one item. The
    /// column where a wide one meets another or ends stays ground; a column with several small ones
    /// is filled as high as their share of its time.
    private void paintBand(Picture picture, int top, int height) {
        int x = 0;
        while (x < columns.columns()) {
            int item = columns.item(x);
            if (item == LaneColumns.MIXED_ITEMS) {
                paintMixedBand(picture, x, top, height);
                x++;
            } else {
                int end = endOfItem(x);
                if (item != Lane.NO_ITEM) {
                    boolean touches = x > 0 && columns.item(x - 1) >= 0;
                    int from = touches && end - x >= WIDE ? x + 1 : x;
                    int colour = (item & 1) == 0 ? paint.band() : paint.bandAlternate();
                    picture.fill(from, top, end, top + height, colour);
                }
                x = end;
            }
        }
    }

    /// What lies around others and inside the page band, as bands of their own.
    private void paintNested(
            Snapshot snapshot, Viewport view, int lane, int depth, int rowY, Picture picture) {
        int bottom = rowY + view.layout().nestedOffset(depth) + LaneLayout.NESTED_ROW - 1;
        NestedRow.walk(
                snapshot.nesting(),
                lane,
                depth,
                view.window(),
                picture.width(),
                (fromX, toX, share, item) -> {
                    int from = toX - fromX >= WIDE ? fromX + 1 : fromX;
                    int height = (int) Math.round(share * (LaneLayout.NESTED_ROW - 1));
                    int colour = (item & 1) == 0 ? paint.band() : paint.bandAlternate();
                    picture.fill(from, bottom - height, toX, bottom, colour);
                });
    }

    private int endOfItem(int from) {
        int end = from + 1;
        while (end < columns.columns() && columns.item(end) == columns.item(from)) {
            end++;
        }
        return end;
    }

    private void paintMixedBand(Picture picture, int x, int top, int height) {
        boolean plainEdge = columns.itemChanges(x) == 1 && isPlain(x - 1) && isPlain(x + 1);
        if (plainEdge || columns.columnNanos(x) == 0) {
            return;
        }
        double share = (double) columns.itemNanos(x) / columns.columnNanos(x);
        int filled = (int) Math.round(share * height);
        picture.fillColumn(x, top + height - filled, top + height, paint.band());
    }

    /// Whether a column shows one item, or none, and so do its neighbours: part of something wide.
    private boolean isPlain(int column) {
        return column < 0
                || column >= columns.columns()
                || columns.item(column) != LaneColumns.MIXED_ITEMS;
    }
}
