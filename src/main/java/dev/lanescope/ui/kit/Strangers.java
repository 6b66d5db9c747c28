package dev.lanescope.ui.kit;

import java.util.HashMap;
import java.util.Map;

/// The stages of other tools' traces, which no palette knows: each gets a number when it is first
/// shown, and keeps it as long as the program runs, so that a name has one colour in all traces and
/// in both themes, and the few that stand beside each other have colours far apart.
final class Strangers {

    /// Beyond that many, names share numbers: nobody tells so many colours apart.
    private static final int MOST = 4_096;

    /// How many hues there are before they come again, stronger or weaker.
    private static final int ROUND = 13;

    private static final double GOLDEN_ANGLE = 137.508;
    private static final double FIRST_HUE = 205;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    private Strangers() {}

    static synchronized int number(String label) {
        if (NUMBERS.size() >= MOST) {
            return NUMBERS.getOrDefault(label, Math.floorMod(label.hashCode(), MOST));
        }
        return NUMBERS.computeIfAbsent(label, _ -> NUMBERS.size());
    }

    /// In degrees. The golden angle keeps any few that follow each other apart.
    static double hue(int number) {
        return (FIRST_HUE + number * GOLDEN_ANGLE) % 360;
    }

    /// From 0 to 1.
    static double saturation(int number) {
        return switch (number / ROUND % 3) {
            case 0 -> 0.55;
            case 1 -> 0.80;
            default -> 0.30;
        };
    }
}
