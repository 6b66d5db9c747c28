package dev.lanescope.chart;

/// The stretch of time that a chart shows, in nanoseconds since the first submit. Fractions of a
/// nanosecond are kept, so that zooming and dragging far in stay smooth.
///
/// Every move makes a new window that may reach beyond the run; [#clamped] brings it back.
///
/// @param startNanos at the left edge
/// @param endNanos at the right edge; at least [#LEAST_NANOS] after the start, but for rounding
public record TimeWindow(double startNanos, double endNanos) implements Columns {

    /// The narrowest window.
    public static final double LEAST_NANOS = 50;

    /// How far a window may reach beyond the run, as a part of its own width.
    public static final double MARGIN = 0.02;

    /// How much room [#around] leaves on either side, as a part of what it shows.
    private static final double ROOM = 0.1;

    public TimeWindow {
        if (!(endNanos > startNanos) || !Double.isFinite(endNanos - startNanos)) {
            throw new IllegalArgumentException("a window from " + startNanos + " to " + endNanos);
        }
    }

    /// All of a run that ends at the given moment.
    public static TimeWindow fit(long endNanos) {
        return new TimeWindow(0, Math.max((double) endNanos, LEAST_NANOS));
    }

    /// A window with a stretch of time in its middle and some room on either side.
    public static TimeWindow around(long startNanos, long endNanos) {
        double room = (endNanos - startNanos) * ROOM;
        double lacking = Math.max(0, LEAST_NANOS - (endNanos - startNanos + 2 * room)) / 2;
        return new TimeWindow(startNanos - room - lacking, endNanos + room + lacking);
    }

    /// How much time it shows.
    public double nanos() {
        return endNanos - startNanos;
    }

    /// Shows `factor` times less time (more if the factor is below 1); the moment stays where it
    /// is.
    public TimeWindow zoomed(double factor, double momentNanos) {
        double width = Math.max(nanos() / factor, LEAST_NANOS);
        double start = momentNanos - (momentNanos - startNanos) * (width / nanos());
        return new TimeWindow(start, start + width);
    }

    /// Shows later moments, or earlier ones if negative.
    public TimeWindow panned(double byNanos) {
        return new TimeWindow(startNanos + byNanos, endNanos + byNanos);
    }

    /// The nearest window within a run of the given length and a small margin around it; a window
    /// that is too wide becomes the run with its margins.
    public TimeWindow clamped(long runNanos) {
        double run = Math.max((double) runNanos, LEAST_NANOS);
        double width = Math.min(nanos(), run / (1 - 2 * MARGIN));
        double least = -MARGIN * width;
        double most = Math.max(least, run + MARGIN * width - width);
        double start = Math.clamp(startNanos, least, most);
        return start == startNanos && width == nanos()
                ? this
                : new TimeWindow(start, start + width);
    }

    public boolean contains(double nanos) {
        return nanos >= startNanos && nanos < endNanos;
    }

    /// Whether a stretch of time can be seen: all of it, or if it is wider than the window, any
    /// part.
    public boolean shows(long fromNanos, long toNanos) {
        return toNanos - fromNanos > nanos()
                ? fromNanos < endNanos && toNanos > startNanos
                : fromNanos >= startNanos && toNanos <= endNanos;
    }

    /// Where a moment lies on a chart of the given width in pixels.
    @Override
    public double xOf(double nanos, double width) {
        return (nanos - startNanos) / nanos() * width;
    }

    /// Which moment lies at a place on a chart of the given width in pixels.
    public double nanosAt(double x, double width) {
        return startNanos + x / width * nanos();
    }

    public double nanosPerPixel(double width) {
        return nanos() / width;
    }

    /// The whole nanosecond at which a column of pixels begins: column `columns` is the end. Every
    /// nanosecond belongs to exactly one column; further in than 1 ns a pixel, some columns get
    /// none.
    @Override
    public long columnStart(int column, int columns) {
        return (long) Math.floor(nanosAt(column, columns));
    }

    @Override
    public double pixelsPerNano(int column, int columns) {
        return columns / nanos();
    }
}
