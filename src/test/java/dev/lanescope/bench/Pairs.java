package dev.lanescope.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Ratios of paired measurements A B A B …, taken in one process so that what the machine does to
/// one it does to the other as well.
final class Pairs {

    private final double[] ratios;

    /// @param ratios A over B, one per pair
    private Pairs(double[] ratios) {
        this.ratios = ratios;
    }

    /// One measurement; the smaller the better.
    interface Measurement {
        double take() throws Exception;
    }

    /// Takes both in turn, beginning with the other one in every second pair.
    static Pairs measure(int pairs, Measurement a, Measurement b) throws Exception {
        double[] ratios = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            boolean aFirst = pair % 2 == 0;
            double first = (aFirst ? a : b).take();
            double second = (aFirst ? b : a).take();
            ratios[pair] = aFirst ? first / second : second / first;
        }
        return new Pairs(ratios);
    }

    double median() {
        return quantile(ratios, 0.5);
    }

    private static double quantile(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// A 95 % interval of the median by percentile bootstrap (Efron 1979), 10,000 resamples, seed
    /// 1, so that the same ratios give the same interval.
    double[] interval() {
        var random = new Random(1);
        double[] medians =
                IntStream.range(0, 10_000)
                        .mapToDouble(_ ->
                                quantile(
                                        random.ints(ratios.length, 0, ratios.length)
                                                .mapToDouble(at -> ratios[at])
                                                .toArray(),
                                        0.5))
                        .toArray();
        return new double[] {quantile(medians, 0.025), quantile(medians, 0.975)};
    }

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
                quantile(ratios, 0.25),
                quantile(ratios, 0.75),
                ratios.length);
    }
}
