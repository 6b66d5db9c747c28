package dev.lanescope.chart;

import dev.lanescope.analysis.Intervals;

import java.util.List;

/// A thin strip that shows when something was going on: a column is filled from below as high as
/// the share of its time that was covered. The row in which a share ends is as much fainter, so the
/// ink in a column is never more than its share.
public final class ShareStrip {

    private ShareStrip() {}

    /// Paints a strip into some rows of a picture.
    ///
    /// @param rows from the bottom up; they need not touch, so a strip can be dashes
    /// @param colour opaque
    public static void paint(
            Intervals intervals,
            TimeWindow window,
            Picture picture,
            List<Integer> rows,
            int colour) {
        var shares = new TimeShares(intervals, window, picture.width());
        if (shares.isEmpty()) {
            return;
        }
        for (int x = 0; x < picture.width(); x++) {
            double filled = shares.of(x) * rows.size();
            for (int row = 0; row < filled; row++) {
                picture.blend(x, rows.get(row), colour, Math.min(1, filled - row));
            }
        }
    }
}
