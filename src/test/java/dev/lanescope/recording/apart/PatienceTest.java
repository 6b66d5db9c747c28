package dev.lanescope.recording.apart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// How long is waited, on a clock that the test turns.
class PatienceTest {

    private long nanos;
    private final Patience patience = new Patience(Duration.ofSeconds(10), () -> nanos);

    private boolean isOverAfter(Duration more) {
        nanos += more.toNanos();
        return patience.isOver();
    }

    @Test
    void what_is_looked_at_often_is_waited_for_as_long_as_was_asked() {
        for (int look = 0; look < 99; look++) {
            assertThat(isOverAfter(Duration.ofMillis(100))).as("after %d looks", look).isFalse();
        }
        assertThat(isOverAfter(Duration.ofMillis(100))).isTrue();
    }

    @Test
    void time_in_which_nobody_could_look_does_not_count_against_what_is_waited_for() {
        assertThat(isOverAfter(Duration.ofHours(8))).as("the lid was shut").isFalse();
        for (int look = 0; look < 89; look++) {
            assertThat(isOverAfter(Duration.ofMillis(100))).as("after %d looks", look).isFalse();
        }
        assertThat(isOverAfter(Duration.ofMillis(100))).isTrue();
    }

    @Test
    void whoever_went_on_is_waited_for_anew() {
        nanos += Duration.ofSeconds(9).toNanos();
        patience.begin(Duration.ofSeconds(2));
        assertThat(isOverAfter(Duration.ofMillis(999))).isFalse();
        assertThat(isOverAfter(Duration.ofMillis(999))).isFalse();
        assertThat(isOverAfter(Duration.ofMillis(2))).isTrue();
    }
}
