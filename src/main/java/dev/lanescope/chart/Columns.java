package dev.lanescope.chart;

/// Which time the columns of a picture show: of a [TimeWindow] all the same amount, of a
/// [WarpedWindow] more or less.
public sealed interface Columns permits TimeWindow, WarpedWindow {

    /// The whole nanosecond at which a column begins: column `columns` is the end. Never before
    /// where the column left of it begins.
    long columnStart(int column, int columns);

    /// How wide a nanosecond is in a column.
    double pixelsPerNano(int column, int columns);

    /// Where a moment lies on a picture of the given width in pixels.
    double xOf(double nanos, double width);
}
