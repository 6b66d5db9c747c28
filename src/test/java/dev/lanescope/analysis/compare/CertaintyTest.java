package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What so many repeats can carry is counted out over all orders in which runs can come.
class CertaintyTest {

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void as_many_are_carried_as_keep_the_chance_of_a_clean_parting_below_five_percent(int repeats) {
        int orders = 0;
        int parted = 0;
        for (int firsts = 0;
                firsts < 1 << (2 * repeats);
                firsts++) { // which places the first takes
            if (Integer.bitCount(firsts) == repeats) {
                orders++;
                int low = (1 << repeats) - 1;
                parted += firsts == low || firsts == low << repeats ? 1 : 0;
            }
        }
        double wrong = (double) parted / orders;
        int carried = Certainty.carried(repeats);
        assertThat(carried * wrong).isLessThanOrEqualTo(0.05);
        assertThat((carried + 1) * wrong).isGreaterThan(0.05);
    }

    @Test
    void fewer_than_five_repeats_carry_nothing() {
        assertThat(Certainty.carried(4)).isZero();
        assertThat(Certainty.needed(1)).isEqualTo(5);
    }

    @Test
    void the_more_settings_the_more_repeats() {
        assertThat(Certainty.needed(6)).isEqualTo(5);
        assertThat(Certainty.needed(7)).isEqualTo(6);
        assertThat(Certainty.needed(24)).isEqualTo(7);
        assertThat(Certainty.needed(1_000)).isEqualTo(9);
    }

    @Test
    void too_few_repeats_are_told_with_how_many_would_do() {
        assertThat(Certainty.objection(5, 6)).isEmpty();
        assertThat(Certainty.objection(5, 20))
                .hasValue(
                        "5 repeats cannot carry 95 % certainty for 20 settings at once; 6 would.");
        assertThat(Certainty.objection(1, 1))
                .hasValue("1 repeat cannot carry an interval; 5 would.");
    }
}
