package dev.lanescope.lab;

import java.util.List;

/// Figures of the same thing, measured again and again: their middle, and how far they wander.
///
/// @param samples in ascending order; at least one
public record Spread(List<Double> samples) {

    /// Of fewer, quartiles say nothing.
    private static final int ENOUGH_FOR_QUARTILES = 5;

    public Spread {
        samples = samples.stream().sorted().toList();
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    public double median() {
        return quantile(0.5);
    }

    public double least() {
        return samples.getFirst();
    }

    public double most() {
        return samples.getLast();
    }

    /// The figure below which a part `part` of all lies, 0 to 1, interpolated.
    public double quantile(double part) {
        double at = part * (samples.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, samples.size() - 1);
        return samples.get(below) + (at - below) * (samples.get(above) - samples.get(below));
    }

    /// The middle, and behind it the quartiles, or all there is if that is not much, e.g. `1.35 ms
    /// (1.31 to 1.4)`.
    public String words(Unit unit) {
        if (least() == most()) {
            return unit.words(median());
        }
        return samples.size() < ENOUGH_FOR_QUARTILES
                ? unit.words(median(), least(), most())
                : unit.words(median(), quantile(0.25), quantile(0.75));
    }
}
