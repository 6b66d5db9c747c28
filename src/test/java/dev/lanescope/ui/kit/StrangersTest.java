package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangersTest {

    @Test
    void a_name_keeps_its_number() {
        int number = Strangers.number("a call of another tool");
        Strangers.number("another one");

        assertThat(Strangers.number("a call of another tool")).isEqualTo(number);
    }

    @Test
    void eight_that_follow_each_other_have_hues_far_apart() {
        for (int first = 0; first < 500; first++) {
            for (int other = first + 1; other < first + 8; other++) {
                double turn = Math.abs(Strangers.hue(first) - Strangers.hue(other));

                assertThat(Math.min(turn, 360 - turn)).isGreaterThan(30);
            }
        }
    }

    @Test
    void those_that_share_a_hue_are_stronger_or_weaker() {
        assertThat(Strangers.saturation(0))
                .isNotEqualTo(Strangers.saturation(13))
                .isNotEqualTo(Strangers.saturation(26));
    }
}
