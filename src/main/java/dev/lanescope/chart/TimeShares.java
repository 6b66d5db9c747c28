package dev.lanescope.chart;

import dev.lanescope.analysis.Intervals;

/// Which part of each column's time some intervals cover. However many of them fall into one
/// column, it shows their true share: many pauses of a microsecond in a column of a second make it
/// hardly darker, and are no solid block.
///
/// A column that is narrower than a nanosecond counts as one nanosecond wide.
final class TimeShares {

    private final Intervals intervals;
    private final Columns window;
    private final int columns;

    TimeShares(Intervals intervals, Columns window, int columns) {
        this.intervals = intervals;
        this.window = window;
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    /// Whether all columns are empty.
    boolean isEmpty() {
        long from = window.columnStart(0, columns);
        int first = intervals.firstEndingAfter(from);
        return first == intervals.size()
                || intervals.start(first) >= window.columnStart(columns, columns);
    }

    /// 0 to 1.
    double of(int column) {
        long from = window.columnStart(column, columns);
        long to = Math.max(from + 1, window.columnStart(column + 1, columns));
        return (double) intervals.nanosWithin(from, to) / (to - from);
    }
}
