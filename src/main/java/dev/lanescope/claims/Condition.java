package dev.lanescope.claims;

import java.util.List;

/// One thing that has to be so if a claim is true: all readings of a measure lie in a band.
public record Condition(Measure measure, Band band) {

    /// Those of the readings that it is about.
    List<Reading> in(List<Reading> readings) {
        return readings.stream().filter(each -> each.key().equals(measure.key())).toList();
    }

    /// What is claimed of it, e.g. `at least 1.10 times as fast`.
    String claimed() {
        return band.words(measure.isWhole()) + measure.unit();
    }

    /// E.g. `isolated against fixed-pool: at least 1.10 times as fast`.
    public String words() {
        return measure.title() + ": " + claimed();
    }
}
