package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A study ends in one of the outcomes that were expected, or its interval does not tell in which.
class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "1.15, 1.10, 1.20, 5, BEST",
        "1.80, 1.70, 1.90, 5, BEST",
        "1.00, 0.90, 1.10, 5, REALISTIC",
        "0.86, 0.85, 0.95, 5, REALISTIC",
        "0.80, 0.75, 0.85, 5, WORST",
    })
    void by_the_whole_interval(double value, double low, double high, int repeats, Outcome in) {
        var reading = new Reading("a/b", "a against b", value, low, high, repeats);
        assertThat(Outcome.of(reading)).contains(in);
    }

    @ParameterizedTest
    @CsvSource({
        "1.12, 1.05, 1.20, 5", // over an edge
        "0.90, 0.80, 0.95, 5",
        "0.35, 0.13, 1.02, 5",
        "1.80, 1.80, 1.80, 4", // too few to show anything
        "0.10, 0.10, 0.10, 4",
    })
    void none_where_the_interval_does_not_tell(double value, double low, double high, int repeats) {
        var reading = new Reading("a/b", "a against b", value, low, high, repeats);
        assertThat(Outcome.of(reading)).isEmpty();
    }
}
