package dev.lanescope.exchange.in.chrome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Microseconds as they stand in a file become nanoseconds, without a detour over doubles, which
/// cannot tell neighbouring nanoseconds of a clock that began in 1970.
final class Micros {

    /// What is returned for a text that is no number, or one that is beyond all times.
    static final long NONE = Long.MIN_VALUE;

    /// With more digits than that it is no time.
    private static final int MOST_LETTERS = 60;

    private static final int MOST_DIGITS = 15;

    private Micros() {}

    /// The nanoseconds, to the nearest, or [#NONE].
    static long nanos(String text) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        long whole = 0;
        int digits = 0;
        while (at < length && isDigit(text.charAt(at)) && digits <= MOST_DIGITS) {
            whole = 10 * whole + (text.charAt(at) - '0');
            at++;
            digits++;
        }
        int left = 3;
        if (at < length && text.charAt(at) == '.' && digits > 0) {
            at++;
            while (at < length && isDigit(text.charAt(at)) && left > 0) {
                whole = 10 * whole + (text.charAt(at) - '0');
                at++;
                left--;
            }
        }
        if (at < length || digits == 0 || digits > MOST_DIGITS) {
            return slowly(text);
        }
        for (; left > 0; left--) {
            whole *= 10;
        }
        return text.charAt(0) == '-' ? -whole : whole;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// With an exponent, or with more digits than nanoseconds.
    private static long slowly(String text) {
        if (text.isEmpty() || text.length() > MOST_LETTERS) {
            return NONE;
        }
        try {
            var micros = new BigDecimal(text.strip());
            long digits = (long) micros.precision() - micros.scale(); // before the point
            boolean vast = micros.signum() != 0 && digits > 16;
            boolean tiny = micros.signum() == 0 || digits < -16;
            if (vast) {
                return NONE;
            }
            return tiny
                    ? 0
                    : micros.movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            return NONE;
        }
    }
}
