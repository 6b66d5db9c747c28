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

    /// What was measured of one run; the smaller the better.
    ///
    /// @param wallSeconds how long one waits for it
    /// @param cpuSeconds what the whole process used meanwhile, on all cores
    record Cost(double wallSeconds, double cpuSeconds) {}

    /// One measurement.
    interface Measurement {
        Cost take() throws Exception;
    }

    /// The ratios of both figures.
    record Both(Pairs wall, Pairs cpu) {}

    /// Takes both in turn, beginning with the other one in every second pair.
    static Both measure(int pairs, Measurement a, Measurement b) throws Exception {
        double[] wall = new double[pairs];
        double[] cpu = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            boolean aFirst = pair % 2 == 0;
            Cost first = (aFirst ? a : b).take();
            Cost second = (aFirst ? b : a).take();
            Cost ofA = aFirst ? first : second;
            Cost ofB = aFirst ? second : first;
            wall[pair] = ofA.wallSeconds() / ofB.wallSeconds();
            cpu[pair] = ofA.cpuSeconds() / ofB.cpuSeconds();
        }
        return new Both(new Pairs(wall), new Pairs(cpu));
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
