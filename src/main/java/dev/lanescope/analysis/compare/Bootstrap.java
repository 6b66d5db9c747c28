package dev.lanescope.analysis.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a figure could have been, had the same runs happened in other numbers: draws from the
/// samples with replacement, many times over (percentile bootstrap: Efron, 1979). The draws are the
/// same for the same samples. How sure so few samples can be at all says [Certainty].
public final class Bootstrap {

    private static final int DRAWS = 10_000;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /// The 95 % interval of the ratio of the medians of two sets of samples.
    public static Ratio ratio(List<Double> above, List<Double> below) {
        return ratio(above, below, 1);
    }

    /// An interval of the ratio of the medians of two sets of samples, one of several that are to
    /// hold all together with 95 % (Bonferroni): the more are asked for, the wider each is.
    ///
    /// @param together how many there are
    public static Ratio ratio(List<Double> above, List<Double> below, int together) {
        var random = new Random(above.size() * 31L + below.size());
        double[] one = array(above);
        double[] other = array(below);
        var drawsOfOne = new Draws(one);
        var drawsOfOther = new Draws(other);
        double[] ratios = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            ratios[draw] = drawsOfOne.median(random) / drawsOfOther.median(random);
        }
        Arrays.sort(ratios);
        int tail = (int) (TAIL * DRAWS / together);
        boolean beyond = tail == 0; // so far out the draws do not tell, but the samples' ends do
        int fewer = Math.min(one.length, other.length);
        boolean carried = Certainty.carried(one.length, other.length) >= together;
        return new Ratio(
                median(one) / median(other),
                beyond ? least(one) / greatest(other) : ratios[tail],
                beyond ? greatest(one) / least(other) : ratios[DRAWS - 1 - tail],
                fewer,
                carried ? Math.min(fewer, Certainty.needed(together)) : Certainty.needed(together));
    }

    /// The sample in the middle, or the mean of the two there.
    public static double median(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return inTheMiddle(sorted);
    }

    private static double inTheMiddle(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double least(double[] samples) {
        return Arrays.stream(samples).min().orElseThrow();
    }

    private static double greatest(double[] samples) {
        return Arrays.stream(samples).max().orElseThrow();
    }

    private static double[] array(List<Double> samples) {
        return samples.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
