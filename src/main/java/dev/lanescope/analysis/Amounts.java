package dev.lanescope.analysis;

import java.util.OptionalDouble;

/// Amounts as people read them, the same everywhere.
public final class Amounts {

    private Amounts() {}

    /// E.g. `1 page`, `1,204 pages`.
    public static String pages(long count) {
        return count(count, "page");
    }

    /// A plain number, e.g. `1,204`.
    public static String number(long count) {
        return grouped(Long.toString(count));
    }

    /// E.g. `1 worker`, `8 workers`.
    public static String count(long count, String singular) {
        String noun = count == 1 ? singular : several(singular);
        return number(count) + " " + noun;
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
        if (bytes < 0) {
            return "-" + bytes(Math.max(-bytes, 0)); // the lowest number has no counterpart
        }
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
        return decimal(amount, amount < 9.95 ? 1 : 0) + " " + units[unit];
    }

    /// E.g. `0.42`, `34`, `2,950`: three digits or all before the point.
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "–";
        }
        return perSecond < 100
                ? decimal(perSecond, perSecond < 10 ? 2 : 1)
                : grouped(decimal(perSecond, 0));
    }

    /// A share as a percentage, e.g. `3.4%`.
    public static String percent(double share) {
        double percent = share * 100;
        return decimal(percent, percent >= 99.95 || percent == 0 ? 0 : 1) + "%";
    }

    /// The same for what may not be known.
    public static String percent(OptionalDouble share, String otherwise) {
        return share.isPresent() ? percent(share.getAsDouble()) : otherwise;
    }

    /// A speed-up or another ratio, e.g. `1.71`.
    public static String factor(double factor) {
        return decimal(factor, 2);
    }

    /// What is added to a factor or taken from it, e.g. `+0.12`, with a true minus.
    public static String signed(double difference) {
        String text = decimal(difference, 2);
        boolean positive = Character.isDigit(text.charAt(0));
        return (positive ? "+" : "") + text.replace('-', '\u2212');
    }

    /// With so many places after the point, to the nearest. The JDK's formatter and its decimals
    /// would do, but they first make tables that take longer than the report of a small command.
    private static String decimal(double amount, int places) {
        if (!Double.isFinite(amount)) {
            return Double.toString(amount);
        }
        long one = Math.powExact(10L, places);
        long parts = Math.round(Math.abs(amount) * one);
        String whole = (amount < 0 && parts > 0 ? "-" : "") + parts / one;
        return places == 0 ? whole : whole + "." + Long.toString(one + parts % one).substring(1);
    }

    /// A whole number with a comma before every three digits.
    private static String grouped(String digits) {
        var text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
