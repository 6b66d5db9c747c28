package dev.lanescope.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Figures that were measured again and again: their middle, how far they wander, and how well the
/// middle is known.
final class Spread {

    private static final int RESAMPLES = 10_000;

    private final double[] sorted;

    /// @param figures at least one
    Spread(double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = figures.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    double least() {
        return sorted[0];
    }

    double median() {
        return quantile(sorted, 0.5);
    }

    /// The figure below which a part `q` of all lies, 0 to 1, interpolated.
    double quantile(double q) {
        return quantile(sorted, q);
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// A 95 % interval of the median by percentile bootstrap (Efron 1979), seed 1, so that the same
    /// figures give the same interval: its lower and its upper end.
    double[] interval() {
        var random = new Random(1);
        double[] medians =
                IntStream.range(0, RESAMPLES)
                        .mapToDouble(_ -> medianOf(resample(random)))
                        .sorted()
                        .toArray();
        return new double[] {quantile(medians, 0.025), quantile(medians, 0.975)};
    }

    private double[] resample(Random random) {
        return random.ints(sorted.length, 0, sorted.length).mapToDouble(at -> sorted[at]).toArray();
    }

    private static double medianOf(double[] figures) {
        Arrays.sort(figures);
        return quantile(figures, 0.5);
    }

    /// Middle and quartiles, e.g. `4,350 (4,210 to 4,480)`.
    ///
    /// @param format how one figure is written, e.g. `%,.0f`
    String withQuartiles(String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                median(),
                quantile(0.25),
                quantile(0.75));
    }

    /// For a ratio: middle, interval of the middle, quartiles and count.
    @Override
    public String toString() {
        double[] interval = interval();
        return String.format(
                Locale.ROOT,
                "median %.4f, 95 %% interval of the median %.4f to %.4f, quartiles %.4f to %.4f,"
                        + " %d pairs",
                median(),
                interval[0],
                interval[1],
                quantile(0.25),
                quantile(0.75),
                count());
    }
}
