package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Durations;

import java.util.List;
import java.util.Optional;

/// Between which makespans the middle half of a setting's runs lies: from the first to the third
/// quartile, between neighbours in proportion (Hyndman and Fan, 1996, their seventh way).
///
/// @param low in nanoseconds
/// @param high in nanoseconds
public record MiddleHalf(double low, double high) {

    private static final int LEAST_RUNS = 4;

    /// Empty for fewer runs than four, whose quartiles say nothing.
    public static Optional<MiddleHalf> of(Contender contender) {
        List<Double> walls = contender.walls().stream().sorted().toList();
        return walls.size() < LEAST_RUNS
                ? Optional.empty()
                : Optional.of(new MiddleHalf(quantile(walls, 0.25), quantile(walls, 0.75)));
    }

    private static double quantile(List<Double> sorted, double part) {
        double place = part * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /// E.g. `103 ms to 118 ms`.
    public String words() {
        return Durations.text(Math.round(low), 3) + " to " + Durations.text(Math.round(high), 3);
    }
}
