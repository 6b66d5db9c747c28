package dev.lanescope.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Ratios of interleaved measurements, taken in one process so that what the machine does to one it
/// does to the other as well.
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

    /// Measures three things in turn, in an order drawn anew each round, so that whatever the
    /// machine does meets all of them alike.
    ///
    /// @return first over last, and second over last
    static List<Both> measure(int rounds, Measurement a, Measurement b, Measurement base)
            throws Exception {
        var things = List.of(a, b, base);
        var ratios = new double[4][rounds];
        var random = new Random(rounds);
        for (int round = 0; round < rounds; round++) {
            var order = new ArrayList<>(List.of(0, 1, 2));
            Collections.shuffle(order, random);
            var costs = new Cost[3];
            for (int thing : order) {
                costs[thing] = things.get(thing).take();
            }
            for (int thing = 0; thing < 2; thing++) {
                ratios[2 * thing][round] = costs[thing].wallSeconds() / costs[2].wallSeconds();
                ratios[2 * thing + 1][round] = costs[thing].cpuSeconds() / costs[2].cpuSeconds();
            }
        }
        return List.of(
                new Both(new Pairs(ratios[0]), new Pairs(ratios[1])),
                new Both(new Pairs(ratios[2]), new Pairs(ratios[3])));
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
