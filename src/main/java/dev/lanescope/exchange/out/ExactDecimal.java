package dev.lanescope.exchange.out;

import java.math.BigDecimal;

/// Nanoseconds as decimal fractions of larger units, so that readers get every nanosecond back.
final class ExactDecimal {

    private ExactDecimal() {}

    /// Microseconds, e.g. `12.345`.
    ///
    /// Readers take such a number as a double, and some (Perfetto among them) multiply it by 1,000
    /// and cut off what is behind the point: 1.001 becomes 1000.9999999999999 and then 1,000. Where
    /// that would happen, about once in 170 numbers, the next greater double is written, which
    /// those readers cut to the right nanosecond and the others round to it. After 52 days a double
    /// has no room for single nanoseconds any more.
    static String micros(long nanos) {
        double value = nanos / 1e3;
        if ((long) (value * 1e3) == nanos) {
            return decimal(nanos, 3);
        }
        return new BigDecimal(Double.toString(Math.nextUp(value))).toPlainString();
    }

    /// Milliseconds, e.g. `0.012345`.
    static String millis(long nanos) {
        return decimal(nanos, 6);
    }

    /// A whole number moved behind the point, without zeros at the end.
    private static String decimal(long value, int decimals) {
        long scale = decimals == 3 ? 1_000 : 1_000_000;
        long rest = value % scale;
        if (value < 0 || rest == 0) {
            return rest == 0
                    ? Long.toString(value / scale)
                    : BigDecimal.valueOf(value, decimals).toPlainString();
        }
        String digits = Long.toString(rest + scale);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return value / scale + "." + digits.substring(1, end);
    }
}
