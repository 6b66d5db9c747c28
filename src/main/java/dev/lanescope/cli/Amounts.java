package dev.lanescope.cli;

import java.util.Locale;

/// Amounts as people read them, the same in every command.
final class Amounts {

    private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB"};

    private Amounts() {}

    /// E.g. `1 page`, `1,204 pages`.
    static String count(long count, String singular) {
        return String.format(Locale.ROOT, "%,d %s%s", count, singular, count == 1 ? "" : "s");
    }

    /// E.g. `812 B`, `1.2 MB`; decimal units.
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double amount = bytes / 1e3;
        int unit = 0;
        while (amount >= 999.5 && unit < BYTE_UNITS.length - 1) {
            amount /= 1_000;
            unit++;
        }
        return String.format(
                Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%.0f %s", amount, BYTE_UNITS[unit]);
    }

    /// E.g. `0.42`, `34.0`, `2,950`.
    static String rate(double perSecond) {
        String pattern = perSecond < 9.995 ? "%.2f" : perSecond < 99.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, pattern, perSecond);
    }

    /// E.g. `12.3 µs`, `4.56 ms`, `1.234 s`, `2 min 3 s`.
    static String duration(long nanos) {
        double micros = nanos / 1e3;
        if (micros < 999.95) {
            return String.format(Locale.ROOT, "%.1f µs", micros);
        }
        if (micros < 999_950) {
            return String.format(
                    Locale.ROOT, micros < 99_950 ? "%.2f ms" : "%.0f ms", micros / 1e3);
        }
        double seconds = nanos / 1e9;
        if (seconds < 119.95) {
            return String.format(Locale.ROOT, seconds < 9.9995 ? "%.3f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60);
    }

    /// A share as a percentage, e.g. `3.4 %`.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /// E.g. `1.71`.
    static String factor(double factor) {
        return String.format(Locale.ROOT, "%.2f", factor);
    }
}
