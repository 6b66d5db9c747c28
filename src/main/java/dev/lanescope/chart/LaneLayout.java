package dev.lanescope.chart;

/// How rows stand below each other, in pixels. All lanes are equally high, and so are all headings
/// of open groups, so everything is arithmetic and forty thousand of them cost nothing.
///
/// Heights are counted from the top of the first row; what is scrolled away is subtracted later, by
/// the [Viewport].
///
/// @param rows what stands below each other
/// @param laneHeight from one lane to the next; also the height of a collapsed group
/// @param headingHeight of the heading of an open group
/// @param pad above the page band
/// @param bandHeight of the page band; 0 if there is none
/// @param gap between page band and spans
/// @param nestedRows how many rows between page band and spans show what lies between the two, each
///   [#NESTED_ROW] high
/// @param spanHeight of the spans
public record LaneLayout(
        Rows rows,
        int laneHeight,
        int headingHeight,
        int pad,
        int bandHeight,
        int gap,
        int nestedRows,
        int spanHeight) {

    /// So many depths are shown; what lies deeper, the pointer and the Inspector tell.
    public static final int MOST_NESTED_ROWS = 4;

    /// Height of a row of slices that others lie in; a line of it is ground.
    public static final int NESTED_ROW = 12;

    private static final int HEADING = 22;

    public LaneLayout {
        if (headingHeight < 0
                || pad < 0
                || bandHeight < 0
                || gap < 0
                || nestedRows < 0
                || spanHeight < 1) {
            throw new IllegalArgumentException(
                    "lanes of " + pad + "+" + bandHeight + "+" + gap + "+" + spanHeight);
        }
        int needed = pad + bandHeight + gap + nestedRows * NESTED_ROW + spanHeight;
        if (laneHeight < needed) {
            throw new IllegalArgumentException(
                    "lanes of height " + laneHeight + " cannot hold " + needed);
        }
    }

    /// The lanes of the timeline, with page bands.
    public static LaneLayout full(Rows rows) {
        return full(rows, 0);
    }

    /// The same with rows for slices that lie between page band and spans.
    ///
    /// @param depth how deep they lie, see [dev.lanescope.trace.Nesting#depth]
    public static LaneLayout full(Rows rows, int depth) {
        int nested = Math.min(depth, MOST_NESTED_ROWS);
        int height = 38 + nested * NESTED_ROW;
        return new LaneLayout(rows, height, HEADING, 3, 12, 2, nested, 18);
    }

    /// The same of a trace that nobody has arranged.
    public static LaneLayout full(int lanes) {
        return full(Rows.plain(lanes));
    }

    /// Lanes with spans only and a line of ground between them, without headings: 12 for comparing
    /// runs, 4 for the overview.
    public static LaneLayout compact(Rows rows, int laneHeight) {
        int ground = laneHeight < 2 ? 0 : Math.max(1, laneHeight / 6);
        return new LaneLayout(rows, laneHeight, 0, 0, 0, 0, 0, laneHeight - ground);
    }

    /// The same of a trace that nobody has arranged.
    public static LaneLayout compact(int lanes, int laneHeight) {
        return compact(Rows.plain(lanes), laneHeight);
    }

    /// The same rows with lanes of another height, what is more or less being given to the spans.
    public LaneLayout stretched(int newHeight) {
        int more = newHeight - laneHeight;
        return new LaneLayout(
                rows,
                newHeight,
                headingHeight,
                pad + more / 8,
                bandHeight,
                gap,
                nestedRows,
                spanHeight + more * 3 / 4);
    }

    public int contentHeight() {
        return rowTop(rows.count());
    }

    public int rowTop(int row) {
        int headings = rows.openHeadingsBefore(row);
        return (row - headings) * laneHeight + headings * headingHeight;
    }

    public int rowHeight(int row) {
        return rows.isOpenHeading(row) ? headingHeight : laneHeight;
    }

    /// The row at a height; -1 above the first, and the number of rows below the last.
    public int rowAt(double y) {
        if (y < 0) {
            return -1;
        }
        int low = 0;
        int high = rows.count();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rowTop(middle) <= y) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// How far below the top of its row a page band begins.
    public int bandOffset() {
        return pad;
    }

    /// How far below the top of its row a span begins.
    public int spanOffset() {
        return pad + bandHeight + gap + nestedRows * NESTED_ROW;
    }

    /// How far below the top of its row the slices of a depth begin, from 1.
    public int nestedOffset(int depth) {
        return pad + bandHeight + 1 + (depth - 1) * NESTED_ROW;
    }

    /// How far one can scroll in a view of the given height.
    public int mostScroll(int viewHeight) {
        return Math.max(0, contentHeight() - viewHeight);
    }

    public int clampScroll(int scroll, int viewHeight) {
        return Math.clamp(scroll, 0, mostScroll(viewHeight));
    }
}
