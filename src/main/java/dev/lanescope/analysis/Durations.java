package dev.lanescope.analysis;

/// Durations as people read them: `13.46 ms`, `1.204 s`, `48 ns`. The same in every locale.
///
/// All by whole numbers: the classes for decimal ones take longer to get ready than a small command
/// has to print.
public final class Durations {

    /// Digits of an ordinary figure.
    private static final int DIGITS = 4;

    /// Digits of the longest moment.
    private static final int MOMENT_DIGITS = 7;

    private static final long SECOND = 1_000_000_000;
    private static final int SECOND_DIGITS = 9;

    private Durations() {}

    /// With four significant digits, but never with fractions of a nanosecond.
    public static String text(long nanos) {
        return text(nanos, DIGITS);
    }

    /// With a number of significant digits of one's own.
    ///
    /// @param digits significant digits, at least 3; seconds are never rounded to tens
    public static String text(long nanos, int digits) {
        long size = nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos);
        int length = length(size);
        int dropped = Math.max(0, length - Math.max(digits, length - SECOND_DIGITS));
        long step = power(dropped);
        long kept = size / step + (size % step >= step - size % step ? 1 : 0);
        long unit = unit(kept > SECOND / step ? SECOND : kept * step);
        return (nanos < 0 ? "-" : "") + figure(kept, exponent(unit) - dropped, digits) + name(unit);
    }

    /// A moment of something that lasts a time: all its moments have one unit and the same number
    /// of decimals, so that they stand under each other in a column, e.g. `0.126816 s` of 4 s.
    public static String moment(long nanos, long lengthNanos) {
        long unit = unit(lengthNanos);
        int scale = exponent(unit);
        int decimals = Math.clamp((long) MOMENT_DIGITS - length(lengthNanos / unit), 0, scale);
        long step = power(scale - decimals);
        long size = nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos);
        long kept = size / step + (size % step >= step - size % step ? 1 : 0);
        String digits = "0".repeat(Math.max(0, decimals + 1 - length(kept))) + kept;
        int point = digits.length() - decimals;
        return (nanos < 0 ? "-" : "")
                + digits.substring(0, point)
                + (decimals == 0 ? "" : "." + digits.substring(point))
                + " "
                + name(unit);
    }

    /// A number as so many digits before and after the point as it takes.
    ///
    /// @param scale how many of its digits stand behind the point
    private static String figure(long number, int scale, int digits) {
        long whole = number / power(scale);
        int decimals = Math.clamp(digits - length(whole), 0, scale);
        if (decimals == 0) {
            return whole + " ";
        }
        String behind = Long.toString(number % power(scale));
        String padded = "0".repeat(scale - behind.length()) + behind;
        return whole + "." + padded.substring(0, decimals) + " ";
    }

    private static int length(long number) {
        return Long.toString(number).length();
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /// The largest unit of which there is at least one.
    ///
    /// @return in nanoseconds: 1, a thousand, a million or a thousand million
    public static long unit(long nanos) {
        long unit = SECOND;
        while (unit > 1 && nanos < unit) {
            unit /= 1000;
        }
        return unit;
    }

    /// E.g. `ms` for a million nanoseconds.
    public static String name(long unit) {
        return switch (exponent(unit)) {
            case 0 -> "ns";
            case 3 -> "\u00b5s";
            case 6 -> "ms";
            default -> "s";
        };
    }

    /// How many decimal places of the unit a nanosecond is.
    public static int exponent(long unit) {
        int exponent = 0;
        for (long rest = unit; rest > 1; rest /= 10) {
            exponent++;
        }
        return exponent;
    }
}
