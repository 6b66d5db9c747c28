package dev.lanescope.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Durations as people read them: `13.46 ms`, `1.204 s`, `48 ns`. The same in every locale.
public final class Durations {

    /// Digits of an ordinary figure.
    private static final int DIGITS = 4;

    private static final long SECOND = 1_000_000_000;

    private Durations() {}

    /// With four significant digits, but never with fractions of a nanosecond.
    public static String text(long nanos) {
        return text(nanos, DIGITS);
    }

    /// With a number of significant digits of one's own.
    ///
    /// @param digits significant digits, at least 3; seconds are never rounded to tens
    public static String text(long nanos, int digits) {
        BigDecimal exact = BigDecimal.valueOf(nanos);
        int whole = Math.max(digits, exact.precision() - 9);
        BigDecimal rounded = exact.round(new MathContext(whole, RoundingMode.HALF_UP));
        long unit = unit(rounded.abs().min(BigDecimal.valueOf(SECOND)).longValueExact());
        int exponent = exponent(unit);
        BigDecimal value = rounded.movePointLeft(exponent);
        int before = Math.max(1, value.precision() - value.scale());
        int decimals = Math.clamp(digits - before, 0, exponent);
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " " + name(unit);
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
