package dev.lanescope.chart;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.SpansHere;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Nesting;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// From a place on the screen to what is shown there, and back.
///
/// Where a pixel shows several spans, the longest of them is meant; who means another one zooms in.
/// A pointer that misses by up to [#REACH] pixels, above, below or beside, still hits.
public final class HitTest {

    /// How far beside a thing a pointer may be, in pixels.
    public static final int REACH = 3;

    /// Of slices too narrow to be seen, so many are compared.
    private static final int MOST_LOOKED_AT = 1_000;

    private HitTest() {}

    /// What a column of pixels shows of some lanes.
    ///
    /// @param x pixels right of the view's left edge
    public static SpansHere spansAt(Snapshot snapshot, Viewport view, IntStream lanes, double x) {
        return SpansHere.of(snapshot, lanes, start(view, x), end(view, x));
    }

    /// How many pages were at least in part on a lane while a column of pixels lasts.
    public static int visitsAt(Viewport view, LaneView lane, double x) {
        int first = lane.indexAt(start(view, x));
        int last = lane.indexAt(end(view, x) - 1);
        int visits = 0;
        int before = Lane.NO_ITEM;
        for (int span = first; span <= last; span++) {
            int item = lane.item(span);
            visits += item != Lane.NO_ITEM && item != before ? 1 : 0;
            before = item;
        }
        return visits;
    }

    /// How many slices of a lane at a depth a column of pixels shows, at least in part.
    public static int nestedAt(Snapshot snapshot, Viewport view, int lane, int depth, double x) {
        Nesting nesting = snapshot.nesting();
        return nesting.firstStartingAt(lane, depth, end(view, x))
                - nesting.firstEndingAfter(lane, depth, start(view, x));
    }

    private static long start(Viewport view, double x) {
        return (long) Math.max(0, view.nanosAt(Math.floor(x)));
    }

    private static long end(Viewport view, double x) {
        return Math.max(start(view, x) + 1, (long) Math.ceil(view.nanosAt(Math.floor(x) + 1)));
    }

    /// What lies at a place of the view, if anything does.
    public static Optional<Hit> at(Snapshot snapshot, Viewport view, double x, double y) {
        int number = view.laneAt(y);
        if (number < 0 || number >= snapshot.lanes().size()) {
            return Optional.empty();
        }
        LaneView lane = snapshot.lanes().get(number);
        double left = view.xOf(0);
        double right = view.xOf(lane.endNanos());
        if (x < left - REACH || x >= right + REACH || lane.endNanos() == 0) {
            return Optional.empty();
        }
        double pixel = Math.floor(x);
        double from = Math.clamp(view.nanosAt(pixel), 0.0, lane.endNanos() - 1.0);
        double to = Math.max(view.nanosAt(pixel + 1), Math.nextUp(from));
        double beside = y - view.spanY(number);
        int depth = nestedDepth(view, number, y);
        if (depth > 0) {
            return longestNested(snapshot.nesting(), lane, depth, from, to)
                    .map(slice ->
                            new Hit.OnNested(slice, lane.span(lane.indexAt(slice.startNanos()))));
        }
        if (isWithinReach(beside, view.layout().spanHeight())
                && (beside >= 0 || !isBand(view, number, y))) {
            return Optional.of(new Hit.OnSpan(longestSpan(lane, from, to)));
        }
        if (isBand(view, number, y)) {
            return longestVisit(lane, from, to).map(Hit.OnBand::new);
        }
        return Optional.empty();
    }

    private static boolean isBand(Viewport view, int lane, double y) {
        double beside = y - view.bandY(lane);
        int height = view.layout().bandHeight();
        return height > 0 && beside >= -REACH && beside < height;
    }

    /// In the row of which depth a height lies; 0 if in none.
    private static int nestedDepth(Viewport view, int lane, double y) {
        LaneLayout layout = view.layout();
        double beside = y - view.laneY(lane) - layout.nestedOffset(1);
        int depth = (int) Math.floor(beside / LaneLayout.NESTED_ROW) + 1;
        return beside >= 0 && depth <= layout.nestedRows() ? depth : 0;
    }

    private static Optional<NestedSlice> longestNested(
            Nesting nesting, LaneView lane, int depth, double from, double to) {
        List<NestedSlice> slices = nesting.at(lane.number(), depth);
        int first = nesting.firstEndingAfter(lane.number(), depth, (long) from);
        int end = (int) Math.min(slices.size(), (long) first + MOST_LOOKED_AT);
        return slices.subList(first, end).stream()
                .takeWhile(slice -> slice.startNanos() < to)
                .max(Comparator.comparingLong(NestedSlice::nanos));
    }

    private static boolean isWithinReach(double beside, int height) {
        return beside >= -REACH && beside < height + REACH;
    }

    private static Span longestSpan(LaneView lane, double from, double to) {
        int first = lane.indexAt((long) from);
        int end = lane.firstFrom((long) Math.ceil(to), first + 1);
        return lane.span(lane.longest(first, end));
    }

    private static Optional<ItemVisit> longestVisit(LaneView lane, double from, double to) {
        Optional<ItemVisit> longest = Optional.empty();
        int span = lane.indexAt((long) from);
        do {
            Optional<ItemVisit> visit = ItemVisit.around(lane, span);
            long nanos = visit.map(ItemVisit::nanos).orElse(-1L);
            if (nanos > longest.map(ItemVisit::nanos).orElse(-1L)) {
                longest = visit;
            }
            span = visit.map(ItemVisit::lastSpan).orElse(span) + 1;
        } while (span < lane.size() && lane.startNanos(span) < to);
        return longest;
    }

    /// Where a span is painted. Of a lane in a collapsed group it is the group's row, of a lane
    /// that is not shown a place far above the screen.
    public static Box box(Viewport view, Span span) {
        double x = view.xOf(span.startNanos());
        return new Box(
                x,
                view.spanY(span.lane()),
                view.xOf(span.endNanos()) - x,
                view.layout().spanHeight());
    }

    /// Where the page band of a visit is painted, as above.
    public static Box box(Viewport view, ItemVisit visit) {
        double x = view.xOf(visit.startNanos());
        return new Box(
                x,
                view.bandY(visit.lane()),
                view.xOf(visit.endNanos()) - x,
                view.layout().bandHeight());
    }

    /// Where a slice is painted that others lie in, as above.
    public static Box box(Viewport view, NestedSlice slice) {
        double x = view.xOf(slice.startNanos());
        return new Box(
                x,
                view.laneY(slice.lane()) + view.layout().nestedOffset(slice.depth()),
                view.xOf(slice.endNanos()) - x,
                LaneLayout.NESTED_ROW - 1);
    }
}
