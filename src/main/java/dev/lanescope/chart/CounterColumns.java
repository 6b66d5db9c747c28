package dev.lanescope.chart;

import dev.lanescope.trace.CounterView;

/// A counter as columns of pixels. A column that covers many readings knows the mean over its time
/// and the highest value in it, so that neither a short peak nor a long rest is lost.
public final class CounterColumns {

    private final double[] mean;
    private final long[] most;

    /// @param endNanos where the run ends; after it, and before 0, there is nothing
    public CounterColumns(CounterView counter, TimeWindow window, long endNanos, int columns) {
        mean = new double[columns];
        most = new long[columns];
        int reading = firstAfter(counter, window.columnStart(0, columns));
        for (int column = 0; column < columns; column++) {
            long from = Math.max(0, window.columnStart(column, columns));
            long to = Math.min(endNanos, window.columnStart(column + 1, columns));
            if (to < from || from >= endNanos) {
                continue;
            }
            reading = fill(counter, column, from, to, reading);
        }
    }

    /// Index of the first reading after a moment.
    static int firstAfter(CounterView counter, long moment) {
        int low = 0;
        int high = counter.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counter.nanos(middle) <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int fill(CounterView counter, int column, long from, long to, int firstReading) {
        int reading = firstReading;
        long value = reading == 0 ? 0 : counter.value(reading - 1);
        long highest = value;
        double area = 0;
        long at = from;
        for (; reading < counter.size() && counter.nanos(reading) < to; reading++) {
            long moment = Math.max(at, counter.nanos(reading));
            area += (double) value * (moment - at);
            at = moment;
            value = counter.value(reading);
            highest = Math.max(highest, value);
        }
        area += (double) value * (to - at);
        mean[column] = to > from ? area / (to - from) : value;
        most[column] = highest;
        return reading;
    }

    public int columns() {
        return most.length;
    }

    /// The mean over the column's time.
    public double mean(int column) {
        return mean[column];
    }

    /// The highest value in the column.
    public long most(int column) {
        return most[column];
    }

    /// Paints the columns into a band of a picture: solid up to the mean, faint up to the highest.
    ///
    /// @param top the band's first row
    /// @param height how many rows it has
    /// @param full the value that fills the band; at least 1
    public void paint(Picture picture, int top, int height, long full, int solid, int faint) {
        for (int x = 0; x < Math.min(columns(), picture.width()); x++) {
            int upTo = rows((double) most[x], full, height);
            int average = rows(mean[x], full, height);
            picture.fill(x, top + height - upTo, x + 1, top + height - average, faint);
            picture.fill(x, top + height - average, x + 1, top + height, solid);
        }
    }

    /// At least one row for whatever is more than nothing.
    private static int rows(double value, long full, int height) {
        return value <= 0 ? 0 : Math.clamp(Math.round(value / full * height), 1, height);
    }
}
