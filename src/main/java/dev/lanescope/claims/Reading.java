package dev.lanescope.claims;

import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.lab.Spread;

import java.util.Locale;

/// A figure that a rule goes by, with its 95 % interval.
///
/// @param key of the [Measure] that it belongs to; several readings can share one
/// @param what it is, for people, e.g. `isolated × 2 against fixed-pool × 2`
/// @param value the figure in the middle
/// @param low the lower end of its interval
/// @param high the upper end
/// @param repeats of the side that has fewer; 0 for what was counted and has no spread
/// @param needed so many carry the certainty of the interval; see [Certainty]
public record Reading(
        String key, String what, double value, double low, double high, int repeats, int needed) {

    /// As many samples carry the interval from the least to the greatest of them.
    public static final int ENOUGH_ROUNDS = 6;

    public Reading {
        if (!Double.isFinite(value) || !(low <= value) || !(value <= high) || repeats < 0) {
            throw new IllegalArgumentException(
                    what + ": " + value + " from " + low + " to " + high + ", " + repeats);
        }
    }

    /// A figure whose interval has to hold for itself alone.
    public Reading(String key, String what, double value, double low, double high, int repeats) {
        this(key, what, value, low, high, repeats, Certainty.needed(1));
    }

    /// How many times as fast one was as another.
    public static Reading of(String key, String what, Ratio ratio) {
        return new Reading(
                key,
                what,
                ratio.value(),
                Math.min(ratio.low(), ratio.value()),
                Math.max(ratio.high(), ratio.value()),
                ratio.repeats(),
                ratio.needed());
    }

    /// What rounds came to, from the least to the greatest of them: with n rounds the true median
    /// lies elsewhere in one of 2^(n-1) cases, so that 6 carry 95 %.
    public static Reading ofRounds(String key, String what, Spread rounds) {
        return new Reading(
                key,
                what,
                rounds.median(),
                rounds.least(),
                rounds.most(),
                rounds.samples().size(),
                ENOUGH_ROUNDS);
    }

    /// Something that was counted.
    public static Reading counted(String key, String what, double value) {
        return new Reading(key, what, value, value, value, 0);
    }

    public boolean isCounted() {
        return repeats == 0;
    }

    /// Whether there are repeats enough for the interval to mean something.
    public boolean isSure() {
        return isCounted() || repeats >= needed;
    }

    /// The figure and its interval, e.g. `1.82 (1.78 to 1.86)`; without it if there are too few
    /// repeats for one.
    public String words() {
        if (isCounted()) {
            return value == Math.rint(value)
                    ? String.format(Locale.ROOT, "%,.0f", value)
                    : number(value);
        }
        return isSure()
                ? number(value) + " (" + number(low) + " to " + number(high) + ")"
                : number(value);
    }

    /// As it stands in sentences: two digits behind the point.
    public static String number(double figure) {
        return String.format(Locale.ROOT, Math.abs(figure) < 100 ? "%.2f" : "%,.0f", figure);
    }
}
