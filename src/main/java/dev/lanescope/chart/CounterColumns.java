package dev.lanescope.chart;

import dev.lanescope.trace.CounterView;

/// A counter as columns of pixels. A column that covers many readings knows the mean over its time,
/// the highest value in it and the lowest, so that neither a short peak nor a long rest is lost.
public final class CounterColumns {

    private final double[] mean;
    private final long[] most;
    private final long[] least;

    /// @param endNanos where the run ends; after it, and before 0, there is nothing
    public CounterColumns(CounterView counter, TimeWindow window, long endNanos, int columns) {
        mean = new double[columns];
        most = new long[columns];
        least = new long[columns];
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
        long lowest = value;
        double area = 0;
        long at = from;
        for (; reading < counter.size() && counter.nanos(reading) < to; reading++) {
            long moment = Math.max(at, counter.nanos(reading));
            area += (double) value * (moment - at);
            at = moment;
            value = counter.value(reading);
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        }
        area += (double) value * (to - at);
        mean[column] = to > from ? area / (to - from) : value;
        most[column] = highest;
        least[column] = lowest;
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

    /// The lowest value in the column.
    public long least(int column) {
        return least[column];
    }

    /// Paints the columns into a band of a picture, from where 0 lies: solid up or down to the
    /// mean, faint to the highest and the lowest.
    ///
    /// @param top the band's first row
    /// @param height how many rows it has
    /// @param scale what the band's edges mean
    public void paint(Picture picture, int top, int height, Scale scale, int solid, int faint) {
        int zero = top + scale.rowsAbove(height);
        for (int x = 0; x < Math.min(columns(), picture.width()); x++) {
            bar(picture, x, zero, scale.rows((double) most[x], height), faint);
            bar(picture, x, zero, scale.rows((double) least[x], height), faint);
            bar(picture, x, zero, scale.rows(mean[x], height), solid);
        }
    }

    private static void bar(Picture picture, int x, int zero, int rows, int colour) {
        picture.fill(x, Math.min(zero, zero - rows), x + 1, Math.max(zero, zero - rows), colour);
    }

    /// What the edges of a band mean.
    ///
    /// @param least of the lower edge; at most 0
    /// @param most of the upper edge; at least 0
    public record Scale(long least, long most) {

        public Scale {
            if (least > 0 || most < 0) {
                throw new IllegalArgumentException("no 0 from " + least + " to " + most);
            }
        }

        /// How many rows of a band lie above 0.
        public int rowsAbove(int height) {
            if (least == 0) {
                return height;
            }
            return most == 0 ? 0 : Math.clamp(Math.round(height * (most / span())), 1, height - 1);
        }

        private double span() {
            return (double) most - least;
        }

        /// How many rows above 0 a value lies, below it if negative: at least one for whatever is
        /// more or less than nothing.
        private int rows(double value, int height) {
            int above = rowsAbove(height);
            if (value > 0) {
                return Math.clamp(Math.round(value / most * above), 1, Math.max(1, above));
            }
            return value < 0
                    ? -Math.clamp(
                            Math.round(value / least * (height - above)),
                            1,
                            Math.max(1, height - above))
                    : 0;
        }
    }
}
