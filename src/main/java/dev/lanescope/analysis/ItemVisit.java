package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Span;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One stay of an item on a lane: the longest stretch of neighbouring spans that all belong to it,
/// work and waiting alike.
///
/// @param lane number of the lane
/// @param item index of the item
/// @param firstSpan index on the lane
/// @param lastSpan index on the lane, included
/// @param startNanos where the first span starts
/// @param endNanos where the last span ends
public record ItemVisit(
        int lane, int item, int firstSpan, int lastSpan, long startNanos, long endNanos) {

    /// The visit that a span of the lane belongs to; empty if the span has no item. Takes as many
    /// steps as the visit has spans.
    public static Optional<ItemVisit> around(LaneView lane, int span) {
        int item = lane.item(span);
        if (item == Lane.NO_ITEM) {
            return Optional.empty();
        }
        int first = span;
        while (first > 0 && lane.item(first - 1) == item) {
            first--;
        }
        int last = span;
        while (last + 1 < lane.size() && lane.item(last + 1) == item) {
            last++;
        }
        return Optional.of(
                new ItemVisit(
                        lane.number(),
                        item,
                        first,
                        last,
                        lane.startNanos(first),
                        lane.endNanos(last)));
    }

    public long nanos() {
        return endNanos - startNanos;
    }

    /// The spans of the visit, first to last.
    ///
    /// @param view of the lane it was found on
    public List<Span> spans(LaneView view) {
        return IntStream.rangeClosed(firstSpan, lastSpan).mapToObj(view::span).toList();
    }
}
