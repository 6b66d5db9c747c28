package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Nesting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// The slices of another tool that were found on one lane below its outermost ones, where they are
/// not single spans of the lane: all of them in the order of time, and row by row for pictures.
public final class MatchedSlices {

    /// Those of one depth, by start; no two overlap.
    ///
    /// @param depth in how many slices they lie, from 1
    /// @param isOutline whether the lane shows them as spans, piece by piece, and not in a row of
    ///   their depth
    /// @param slots when there is one
    public record Row(int depth, boolean isOutline, List<NestedSlice> slices, TimeSlots slots) {

        /// The index of the first one that ends after a moment.
        public int firstEndingAfter(long nanos) {
            int low = 0;
            int high = slices.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (slices.get(middle).endNanos() <= nanos) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<NestedSlice> all = new ArrayList<>();

    /// @param items whose names they have
    /// @param slots into how many the lane's time is divided for pictures
    MatchedSlices(Nesting nesting, LaneView lane, BitSet items, int slots) {
        for (int depth = 1; depth <= nesting.depth(); depth++) {
            add(nesting.at(lane.number(), depth), false, items, lane.endNanos(), slots);
        }
        List<NestedSlice> outlines = nesting.outlinesOf(lane.number());
        for (int from = 0, to = 0; from < outlines.size(); from = to) {
            int depth = outlines.get(from).depth();
            while (to < outlines.size() && outlines.get(to).depth() == depth) {
                to++;
            }
            if (depth > 0) {
                add(outlines.subList(from, to), true, items, lane.endNanos(), slots);
            }
        }
        all.sort(
                Comparator.comparingLong(NestedSlice::startNanos)
                        .thenComparingInt(NestedSlice::depth));
    }

    private void add(
            List<NestedSlice> told, boolean isOutline, BitSet items, long endNanos, int slots) {
        List<NestedSlice> found = told.stream().filter(slice -> items.get(slice.item())).toList();
        if (found.isEmpty()) {
            return;
        }
        var taken = new TimeSlots(endNanos, slots);
        found.forEach(slice -> taken.take(slice.startNanos(), slice.endNanos()));
        rows.add(new Row(found.getFirst().depth(), isOutline, found, taken));
        all.addAll(found);
    }

    /// Those of each depth at which there are some.
    public List<Row> rows() {
        return rows;
    }

    int size() {
        return all.size();
    }

    /// One of them, in the order of time, the outer ones first.
    NestedSlice get(int number) {
        return all.get(number);
    }
}
