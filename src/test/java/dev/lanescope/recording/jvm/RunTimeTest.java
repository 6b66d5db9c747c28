package dev.lanescope.recording.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Random;

/// Flight Recorder's times become times of the run, and the error is known.
class RunTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final RunTime time = new RunTime();

    @Test
    void a_moment_stands_as_far_from_the_mark_as_by_the_other_clock() {
        time.mark(NOON, 5_000_000, 100);
        time.begins(5_000_000);
        assertThat(time.of(NOON)).isZero();
        assertThat(time.of(NOON.plusNanos(1_234))).isEqualTo(1_234);
        assertThat(time.of(NOON.minusNanos(10))).isEqualTo(-10);
    }

    @Test
    void without_a_mark_nothing_can_be_told() {
        assertThat(time.isSet()).isFalse();
        time.begins(5);
        assertThat(time.isSet()).isFalse();
        time.mark(NOON, 7, 1);
        assertThat(time.isSet()).isTrue();
    }

    /// The other clock wanders, and so do the readings; every moment between two marks is told
    /// within the bound.
    @Test
    void no_time_is_further_off_than_the_bound_says() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var clock = new RunTime();
            clock.begins(0);
            double pace = 1 + (random.nextDouble() - 0.5) * 1e-4;
            long worst = 0;
            for (int mark = 0; mark < 50; mark++) {
                long at = mark * 100_000_000L;
                if (mark > 0) {
                    long between = at - random.nextInt(100_000_000);
                    long told = clock.of(NOON.plusNanos(Math.round(between * pace)));
                    worst = Math.max(worst, Math.abs(told - between));
                }
                int off = random.nextInt(1_000);
                clock.mark(NOON.plusNanos(Math.round(at * pace)), at + off - 500, 500);
            }
            assertThat(worst).as("seed " + seed).isLessThanOrEqualTo(clock.errorNanos() + 1_000);
        }
    }

    @Test
    void all_is_told_up_to_the_last_mark() {
        time.begins(1_000);
        time.mark(NOON, 500, 1);
        assertThat(time.heardUpTo()).isZero();
        time.mark(NOON.plusNanos(4_500), 5_000, 1);
        assertThat(time.heardUpTo()).isEqualTo(4_000);
    }
}
