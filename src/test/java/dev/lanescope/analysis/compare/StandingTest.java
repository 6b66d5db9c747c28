package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// A standing never speaks against the verdict.
class StandingTest {

    private static Optional<Standing> of(double low, double value, double high) {
        return Standing.of(new Ratio(value, low, high, 5, 5));
    }

    @Test
    void better_or_worse_by_a_tenth_is_told_where_a_difference_is_shown() {
        assertThat(of(1.12, 1.22, 1.3)).contains(Standing.IMPROVED);
        assertThat(of(0.5, 0.6, 0.7)).contains(Standing.DEGRADED);
        assertThat(of(1.01, 1.05, 1.2)).contains(Standing.SIMILAR);
    }

    @Test
    void alike_is_told_where_the_whole_interval_lies_within_a_tenth() {
        assertThat(of(0.95, 1.01, 1.08)).contains(Standing.SIMILAR);
    }

    @Test
    void nothing_is_told_where_it_may_be_one_or_the_other() {
        assertThat(of(0.75, 1.22, 3.66)).isEmpty();
        assertThat(of(0.8, 1.0, 1.05)).isEmpty();
        assertThat(Standing.of(new Ratio(2, 1.9, 2.1, 4, 5))).as("too few repeats").isEmpty();
    }
}
