package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivePulseTest {

    private static final long MILLI = 1_000_000;

    @Test
    void the_picture_takes_a_quarter_of_a_core_at_most() {
        assertThat(LivePulse.intervalAfter(25 * MILLI, false)).isEqualTo(100 * MILLI);
        assertThat(LivePulse.intervalAfter(60 * MILLI, false)).isEqualTo(240 * MILLI);
    }

    @Test
    void it_beats_thirty_times_a_second_at_most_and_twice_at_least() {
        assertThat(LivePulse.intervalAfter(0, false)).isEqualTo(33 * MILLI);
        assertThat(LivePulse.intervalAfter(5_000 * MILLI, false)).isEqualTo(500 * MILLI);
    }

    @Test
    void where_motion_is_reduced_it_beats_once_a_second_whatever_that_costs() {
        assertThat(LivePulse.intervalAfter(0, true)).isEqualTo(1_000 * MILLI);
        assertThat(LivePulse.intervalAfter(60 * MILLI, true)).isEqualTo(1_000 * MILLI);
    }
}
