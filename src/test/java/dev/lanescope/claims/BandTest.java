package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.claims.Band.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.OptionalInt;

/// A whole interval is held against what is claimed, never a point.
class BandTest {

    private static final Band TEN_TO_TWENTY = new Band(1.1, 1.2);

    private static Reading reading(double value, double low, double high, int repeats) {
        return new Reading("a/b", "a against b", value, low, high, repeats);
    }

    @ParameterizedTest
    @CsvSource({
        "1.15, 1.12, 1.18, INSIDE",
        "1.15, 1.10, 1.20, INSIDE",
        "1.15, 1.09, 1.18, OPEN",
        "1.15, 1.12, 1.21, OPEN",
        "1.15, 1.00, 1.30, OPEN",
        "1.50, 1.40, 1.60, OUTSIDE",
        "1.50, 1.15, 1.60, OPEN",
        "0.90, 0.85, 0.95, OUTSIDE",
        "0.90, 0.85, 1.10, OPEN",
        "1.20, 1.20, 1.20, INSIDE",
    })
    void the_whole_interval_decides(double value, double low, double high, Place place) {
        assertThat(TEN_TO_TWENTY.place(reading(value, low, high, 5))).isEqualTo(place);
    }

    @Test
    void too_few_repeats_decide_nothing_however_far_away_the_figure_is() {
        Reading four = reading(3, 2.9, 3.1, 4);
        assertThat(TEN_TO_TWENTY.place(four)).isEqualTo(Place.OPEN);
        assertThat(TEN_TO_TWENTY.missing(four)).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void what_was_counted_decides_at_once() {
        assertThat(Band.atMost(1).place(Reading.counted("k", "pages lost", 51)))
                .isEqualTo(Place.OUTSIDE);
        assertThat(Band.atMost(1).place(Reading.counted("k", "pages lost", 1)))
                .isEqualTo(Place.INSIDE);
    }

    /// Half as wide takes four times as many.
    @ParameterizedTest
    @CsvSource({
        // value, low, high, repeats, more
        "1.30, 1.10, 1.50, 5, 15", // its lower half must be half as wide to lie above 1.2
        "1.00, 0.80, 1.20, 5, 15", // its upper half must be half as wide to lie below 1.1
        "1.15, 1.05, 1.25, 5, 15", // each half must be half as wide to lie within
        "1.15, 1.11, 1.25, 5, 15", // only the upper half lies out
        "1.15, 1.14, 1.16, 5, 0",
        "1.50, 1.40, 1.60, 5, 0",
    })
    void the_missing_repeats_follow_from_the_width_of_the_interval(
            double value, double low, double high, int repeats, int more) {
        OptionalInt missing = TEN_TO_TWENTY.missing(reading(value, low, high, repeats));
        assertThat(missing.orElseThrow()).isBetween(more, more + 1); // halves are not exact
    }

    @Test
    void with_so_many_repeats_the_same_interval_would_be_decided() {
        Reading open = reading(1.27, 1.12, 1.40, 6);
        int more = TEN_TO_TWENTY.missing(open).orElseThrow();
        double shrink = Math.sqrt(6.0 / (6 + more));
        Reading later = reading(1.27, 1.27 - 0.15 * shrink, 1.27 + 0.13 * shrink, 6 + more);
        Reading almost = reading(1.27, 1.27 - 0.15 * Math.sqrt(6.0 / (5 + more)), 1.4, 5 + more);
        assertThat(TEN_TO_TWENTY.place(almost)).isEqualTo(Place.OPEN);
        assertThat(later.low()).isGreaterThanOrEqualTo(1.2);
    }

    @Test
    void on_the_very_edge_no_number_of_repeats_is_enough() {
        assertThat(TEN_TO_TWENTY.missing(reading(1.2, 1.1, 1.3, 5))).isEmpty();
        assertThat(Band.atLeast(1).missing(reading(1.001, 0.9, 1.1, 5))).isEmpty();
    }

    @Test
    void a_band_that_ends_before_it_begins_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Band(2, 1));
    }

    @Test
    void a_band_says_what_it_is() {
        assertThat(TEN_TO_TWENTY.words(false)).isEqualTo("from 1.10 to 1.20");
        assertThat(Band.atLeast(1.5).words(false)).isEqualTo("at least 1.50");
        assertThat(Band.atMost(1).words(false)).isEqualTo("at most 1.00");
        assertThat(Band.atMost(1).words(true)).isEqualTo("at most 1");
    }
}
