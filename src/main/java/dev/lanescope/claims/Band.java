package dev.lanescope.claims;

import java.util.Locale;
import java.util.OptionalInt;

/// Where a figure lies if a claim is true. A whole interval is held against it, never a point.
///
/// @param low the least; may be negative infinity
/// @param high the most; may be infinity
public record Band(double low, double high) {

    /// More repeats than this nobody makes.
    static final int MOST_REPEATS = 1_000;

    /// How an interval lies.
    public enum Place {
        /// Wholly within.
        INSIDE,
        /// Wholly below or wholly above.
        OUTSIDE,
        /// Over an edge, or not known well enough.
        OPEN
    }

    public Band {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a band from " + low + " to " + high);
        }
    }

    public static Band atLeast(double low) {
        return new Band(low, Double.POSITIVE_INFINITY);
    }

    public static Band atMost(double high) {
        return new Band(Double.NEGATIVE_INFINITY, high);
    }

    /// Where the whole interval of a reading lies.
    public Place place(Reading reading) {
        if (!reading.isSure()) {
            return Place.OPEN;
        }
        if (reading.low() >= low && reading.high() <= high) {
            return Place.INSIDE;
        }
        return reading.low() > high || reading.high() < low ? Place.OUTSIDE : Place.OPEN;
    }

    /// About how many more repeats it takes until the interval no longer lies over an edge, if its
    /// middle stays where it is: its width shrinks with the root of their number. Nothing if it is
    /// placed already; empty if its middle is so near an edge that [#MOST_REPEATS] are not enough.
    OptionalInt missing(Reading reading) {
        if (place(reading) != Place.OPEN) {
            return OptionalInt.of(0);
        }
        if (!reading.isSure()) {
            return OptionalInt.of(reading.needed() - reading.repeats());
        }
        double shrink = shrink(reading);
        double wanted = Math.ceil(reading.repeats() / (shrink * shrink));
        return wanted > MOST_REPEATS
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(1, (int) wanted - reading.repeats()));
    }

    /// To which part of it each half of the interval has to shrink.
    private double shrink(Reading reading) {
        double value = reading.value();
        double down = value - reading.low();
        double up = reading.high() - value;
        if (value > high) {
            return (value - high) / down;
        }
        if (value < low) {
            return (low - value) / up;
        }
        double below = reading.low() < low ? (value - low) / down : 1;
        double above = reading.high() > high ? (high - value) / up : 1;
        return Math.min(below, above);
    }

    /// E.g. `at least 1.50` or `from 1.10 to 1.20`; without digits behind the point of what is
    /// whole.
    public String words(boolean whole) {
        if (low == high) {
            return "exactly " + number(low, whole);
        }
        if (Double.isInfinite(high)) {
            return "at least " + number(low, whole);
        }
        return Double.isInfinite(low)
                ? "at most " + number(high, whole)
                : "from " + number(low, whole) + " to " + number(high, whole);
    }

    private static String number(double edge, boolean whole) {
        return whole && edge == Math.rint(edge)
                ? String.format(Locale.ROOT, "%,d", (long) edge)
                : Reading.number(edge);
    }
}
