package dev.lanescope.chart;

import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Nesting;

import java.util.List;

/// The slices of a lane at one depth as pieces of a row of pixels: each wide one by itself, and of
/// narrow ones the share of each column's time that they cover.
final class NestedRow {

    /// Takes the pieces from left to right.
    interface Painter {
        /// Takes one piece.
        ///
        /// @param fromX first column
        /// @param toX the column after the last one
        /// @param share how much of it is covered, above 0; 1 for a wide slice
        /// @param item of the slice, or of the first of several
        void piece(int fromX, int toX, double share, int item);
    }

    private NestedRow() {}

    static void walk(
            Nesting nesting, int lane, int depth, TimeWindow window, int width, Painter painter) {
        List<NestedSlice> slices = nesting.at(lane, depth);
        int x = 0;
        while (x < width && !slices.isEmpty()) {
            long from = window.columnStart(x, width);
            long to = Math.max(from + 1, window.columnStart(x + 1, width));
            int first = nesting.firstEndingAfter(lane, depth, from);
            if (first == slices.size()) {
                return;
            }
            NestedSlice slice = slices.get(first);
            double left = window.xOf((double) slice.startNanos(), width);
            double right = window.xOf((double) slice.endNanos(), width);
            if (slice.startNanos() >= to) {
                x = Math.clamp((long) left, x + 1, width);
            } else if (right - left >= LaneRaster.WIDE) {
                int fromX = Math.clamp(Math.round(left), x, width - 1);
                int toX = Math.clamp(Math.round(right), fromX + 1, width);
                painter.piece(fromX, toX, 1, slice.item());
                x = toX;
            } else {
                long covered = nesting.nanosWithin(lane, depth, from, to);
                painter.piece(x, x + 1, (double) covered / (to - from), slice.item());
                x++;
            }
        }
    }
}
