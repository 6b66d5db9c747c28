package dev.lanescope.claims.guide;

import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Unit;

/// A figure that a step is about.
///
/// @param key by which its reading is known
/// @param title for people; empty if only the reading itself says what it is
/// @param needed whether the step is not done without it
public record Sought(String key, String title, Unit unit, boolean needed) {

    static Sought needed(String key, String title, Unit unit) {
        return new Sought(key, title, unit, true);
    }

    static Sought welcome(String key, String title, Unit unit) {
        return new Sought(key, title, unit, false);
    }

    /// What stands before the figure.
    public String name(Reading reading) {
        return title.isEmpty() ? reading.what() : title;
    }

    /// The figure, and its range behind it if it has one.
    public String words(Reading reading) {
        return reading.isCounted() || reading.low() == reading.high()
                ? unit.words(reading.value())
                : unit.words(reading.value(), reading.low(), reading.high());
    }
}
