package dev.lanescope.analysis;

import java.util.Locale;
import java.util.OptionalDouble;

/// Amounts as people read them, the same everywhere.
public final class Amounts {

    /// Writes figures like [Locale#ROOT]; but this one the JDK writes by heart, while for any other
    /// it first loads the data of locales, which takes a small command longer than its report.
    private static final Locale FIGURES = Locale.US;

    private Amounts() {}

    /// E.g. `1 page`, `1,204 pages`.
    public static String pages(long count) {
        return count(count, "page");
    }

    /// A plain number, e.g. `1,204`.
    public static String number(long count) {
        return String.format(FIGURES, "%,d", count);
    }

    /// E.g. `1 worker`, `8 workers`.
    public static String count(long count, String singular) {
        String noun = count == 1 ? singular : several(singular);
        return String.format(FIGURES, "%,d %s", count, noun);
    }

    /// E.g. `entries` of `entry`, `processes` of `process`.
    private static String several(String noun) {
        boolean vowelBefore =
                noun.length() > 1 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) >= 0;
        if (noun.endsWith("y") && !vowelBefore) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("s") ? noun + "es" : noun + "s";
    }

    /// E.g. `812 B`, `1.2 MB`; decimal units.
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double amount = bytes;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = -1;
        while (amount >= 999.5 && unit + 1 < units.length) {
            amount /= 1_000;
            unit++;
        }
        String pattern = amount < 9.95 ? "%.1f %s" : "%.0f %s";
        return String.format(FIGURES, pattern, amount, units[unit]);
    }

    /// E.g. `0.42`, `34`, `2,950`: three digits or all before the point.
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "–";
        }
        String pattern = perSecond < 10 ? "%.2f" : perSecond < 100 ? "%.1f" : "%,.0f";
        return String.format(FIGURES, pattern, perSecond);
    }

    /// A share as a percentage, e.g. `3.4%`.
    public static String percent(double share) {
        double percent = share * 100;
        String pattern = percent >= 99.95 || percent == 0 ? "%.0f%%" : "%.1f%%";
        return String.format(FIGURES, pattern, percent);
    }

    /// The same for what may not be known.
    public static String percent(OptionalDouble share, String otherwise) {
        return share.isPresent() ? percent(share.getAsDouble()) : otherwise;
    }

    /// A speed-up or another ratio, e.g. `1.71`.
    public static String factor(double factor) {
        return String.format(FIGURES, "%.2f", factor);
    }

    /// What is added to a factor or taken from it, e.g. `+0.12`, with a true minus.
    public static String signed(double difference) {
        String text = String.format(FIGURES, "%+.2f", difference);
        return text.equals("-0.00") ? "+0.00" : text.replace('-', '\u2212');
    }
}
