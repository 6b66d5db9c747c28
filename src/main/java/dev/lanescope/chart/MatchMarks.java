package dev.lanescope.chart;

import dev.lanescope.analysis.MatchedLane;
import dev.lanescope.analysis.MatchedSlices;
import dev.lanescope.analysis.Matches;
import dev.lanescope.analysis.TimeSlots;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Marks all that was found and is in sight, pixel by pixel, so that a million places cost no more
/// than the pixels they lie in: a wide span or page band is outlined, narrow ones that touch have
/// one outline, and one that stands alone is a line as high as the lane's spans.
///
/// Reuses its places for every row; not for use by several threads.
public final class MatchMarks {

    private static final byte NOTHING = 0;
    private static final byte INSIDE = 1;
    private static final byte EDGE = 2;

    /// How thick an outline is above and below.
    private static final int LINE = 2;

    /// Slots are good enough while a pixel is so many of them wide; further in, places are few.
    private static final int FINE = 2;

    private final int colour;
    private byte[] columns = {};

    /// @param colour of the outlines
    public MatchMarks(int colour) {
        this.colour = colour;
    }

    /// Marks what was found on the rows in sight; in the row of a collapsed group that of all its
    /// lanes.
    ///
    /// @param view as wide and high as the picture
    public void paint(Matches matches, Viewport view, Picture picture) {
        if (columns.length != view.width()) {
            columns = new byte[view.width()];
        }
        view.rowsInSight().forEach(row -> paintRow(matches, view, row, picture));
    }

    private void paintRow(Matches matches, Viewport view, int row, Picture picture) {
        LaneLayout layout = view.layout();
        int top = view.rowY(row);
        int least = row < view.fixedRows() ? 0 : view.fixedHeight();
        int spansTop = top + layout.spanOffset();
        int spansEnd = spansTop + layout.spanHeight();
        int bandTop = top + layout.bandOffset();
        if (view.rows().isLane(row)) {
            matches.on(view.rows().lane(row))
                    .ifPresent(lane -> {
                        clear();
                        markSpans(lane, view);
                        markSlices(lane, view, found -> !hasRow(found, layout));
                        outline(picture, spansTop, spansEnd, least);
                        for (int depth = 1; depth <= layout.nestedRows(); depth++) {
                            int its = depth;
                            clear();
                            markSlices(
                                    lane,
                                    view,
                                    found -> hasRow(found, layout) && found.depth() == its);
                            int nestedTop = top + layout.nestedOffset(depth);
                            int nestedEnd = nestedTop + LaneLayout.NESTED_ROW - 1;
                            outline(picture, nestedTop, nestedEnd, least);
                        }
                        clear();
                        markVisits(lane, view);
                        boolean hasBand = layout.bandHeight() > 0;
                        outline(
                                picture,
                                hasBand ? bandTop : spansTop,
                                hasBand ? bandTop + layout.bandHeight() : spansEnd,
                                least);
                    });
        } else {
            clear();
            view.rows()
                    .lanesAt(row)
                    .forEach(number ->
                            matches.on(number)
                                    .ifPresent(lane -> {
                                        markSpans(lane, view);
                                        markSlices(lane, view, _ -> true);
                                        markVisits(lane, view);
                                    }));
            outline(picture, bandTop, spansEnd, least);
        }
    }

    private void clear() {
        Arrays.fill(columns, NOTHING);
    }

    private void markSpans(MatchedLane lane, Viewport view) {
        if (!markSlots(lane.spanSlots(), view)) {
            LaneView spans = lane.lane();
            int first = lane.firstFrom(spans.indexAt((long) Math.max(0, view.nanosAt(0))));
            for (int place = first; place < lane.size(); place++) {
                long start = spans.startNanos(lane.span(place));
                if (view.xOf(start) >= view.width()) {
                    return;
                }
                if (lane.isSpan(place)) {
                    mark(view, start, spans.endNanos(lane.span(place)));
                }
            }
        }
    }

    private void markVisits(MatchedLane lane, Viewport view) {
        if (!markSlots(lane.visitSlots(), view)) {
            int edge = lane.lane().indexAt((long) Math.max(0, view.nanosAt(0)));
            for (int visit = lane.firstVisitTo(edge); visit < lane.visits(); visit++) {
                if (view.xOf(lane.visitStartNanos(visit)) >= view.width()) {
                    return;
                }
                mark(view, lane.visitStartNanos(visit), lane.visitEndNanos(visit));
            }
        }
    }

    /// Whether slices stand in a row of their depth; those that do not are among the spans.
    private static boolean hasRow(MatchedSlices.Row slices, LaneLayout layout) {
        return !slices.isOutline() && slices.depth() <= layout.nestedRows();
    }

    private void markSlices(
            MatchedLane lane, Viewport view, Predicate<MatchedSlices.Row> isWanted) {
        lane.slices().stream().filter(isWanted).forEach(row -> markSlices(row, view));
    }

    private void markSlices(MatchedSlices.Row row, Viewport view) {
        if (!markSlots(row.slots(), view)) {
            List<NestedSlice> slices = row.slices();
            int first = row.firstEndingAfter((long) Math.max(0, view.nanosAt(0)));
            for (NestedSlice slice : slices.subList(first, slices.size())) {
                if (view.xOf(slice.startNanos()) >= view.width()) {
                    return;
                }
                mark(view, slice.startNanos(), slice.endNanos());
            }
        }
    }

    /// Marks the columns in which a slot is taken.
    ///
    /// @return whether that is fine enough
    private boolean markSlots(TimeSlots slots, Viewport view) {
        double pixel = view.window().nanosPerPixel(view.width());
        if (slots.isEmpty()) {
            return true;
        }
        if (pixel < FINE * (double) slots.slotNanos()) {
            return false;
        }
        for (int x = 0; x < columns.length; x++) {
            long next = slots.next((long) Math.max(0, view.nanosAt(x)));
            if (next == Long.MAX_VALUE) {
                return true;
            }
            x = Math.max(x, (int) Math.min(columns.length, Math.floor(view.xOf(next))));
            if (x < columns.length && columns[x] == NOTHING) {
                columns[x] = INSIDE;
            }
        }
        return true;
    }

    private void mark(Viewport view, long startNanos, long endNanos) {
        int from = (int) Math.clamp(Math.floor(view.xOf(startNanos)), -1.0, columns.length);
        int to = (int) Math.clamp(Math.ceil(view.xOf(endNanos)), from + 1.0, columns.length + 1.0);
        for (int x = Math.max(0, from); x < Math.min(to, columns.length); x++) {
            if (columns[x] == NOTHING) {
                columns[x] = INSIDE;
            }
        }
        if (to - from >= LaneRaster.WIDE) {
            edge(from);
            edge(to - 1);
        }
    }

    private void edge(int x) {
        if (x >= 0 && x < columns.length) {
            columns[x] = EDGE;
        }
    }

    private void outline(Picture picture, int top, int end, int least) {
        for (int x = 0; x < columns.length; x++) {
            if (columns[x] == NOTHING) {
                continue;
            }
            boolean begins = x > 0 && columns[x - 1] == NOTHING;
            boolean ends = x + 1 < columns.length && columns[x + 1] == NOTHING;
            if (columns[x] == EDGE || begins || ends) {
                fill(picture, x, top, end, least);
            } else {
                fill(picture, x, top, top + LINE, least);
                fill(picture, x, end - LINE, end, least);
            }
        }
    }

    private void fill(Picture picture, int x, int top, int end, int least) {
        picture.fillColumn(x, Math.max(top, least), Math.max(end, least), colour);
    }
}
