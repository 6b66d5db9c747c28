package dev.lanescope.analysis.scaling;

import java.util.Arrays;

/// A figure and where it could as well have been, with 95 %.
public record Interval(double value, double low, double high) {

    private static final double TAIL = 0.025;

    /// The middle 95 % of what the same figure came to in many draws.
    static Interval of(double value, double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Interval(
                value, sorted[(int) (TAIL * last)], sorted[(int) Math.ceil((1 - TAIL) * last)]);
    }

    public boolean contains(double other) {
        return other >= low && other <= high;
    }
}
