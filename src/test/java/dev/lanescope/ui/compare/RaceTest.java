package dev.lanescope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

/// The clock of runs that are replayed together.
class RaceTest {

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;

    private final Race race = new Race();

    private double head() {
        return race.headProperty().get().orElseThrow();
    }

    @Test
    void time_passes_at_the_speed_that_was_chosen() {
        race.of(600 * MS);
        race.hurry(-100);
        assertThat(race.speedInWords()).isEqualTo("1/1000×");
        race.toggle();
        race.advance(SECOND);
        assertThat(head()).isCloseTo(MS, within(1.0));
        race.hurry(100);
        assertThat(race.speedInWords()).isEqualTo("10×");
        race.advance(10 * MS);
        assertThat(head()).isCloseTo(101 * MS, within(1.0));
    }

    @Test
    void a_speed_that_nobody_chose_lets_it_last_some_seconds_and_a_chosen_one_stays() {
        race.of(583 * MS);
        assertThat(race.speedInWords()).isEqualTo("1/20×");
        race.of(60 * SECOND);
        assertThat(race.speedInWords()).isEqualTo("10×");
        race.hurry(-3);
        race.of(583 * MS);
        assertThat(race.speedInWords()).isEqualTo("1×");
    }

    @Test
    void while_it_waits_no_time_passes() {
        race.of(600 * MS);
        race.toggle();
        race.advance(SECOND);
        double before = head();
        race.toggle();
        race.advance(SECOND);
        assertThat(head()).isEqualTo(before);
        assertThat(race.isOn()).isTrue();
    }

    @Test
    void at_the_end_of_the_slowest_run_it_is_over() {
        race.of(600 * MS);
        race.toggle();
        race.advance(1000 * SECOND);
        assertThat(race.isOn()).isFalse();
        assertThat(race.playingProperty().get()).isFalse();
        assertThat(race.headProperty().get()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void whoever_scrubs_stops_it_there_and_never_leaves_the_runs() {
        race.of(600 * MS);
        race.toggle();
        race.scrub(250 * MS);
        assertThat(head()).isEqualTo(250 * MS);
        assertThat(race.playingProperty().get()).isFalse();
        race.scrub(1e12);
        assertThat(head()).isEqualTo(600 * MS);
        race.scrub(-5);
        assertThat(head()).isZero();
    }

    @Test
    void going_back_to_the_beginning_does_not_stop_it() {
        race.of(600 * MS);
        race.rewind();
        assertThat(race.isOn()).isFalse();
        race.toggle();
        race.advance(SECOND);
        race.rewind();
        assertThat(head()).isZero();
        assertThat(race.playingProperty().get()).isTrue();
    }

    @Test
    void without_runs_there_is_no_race() {
        race.of(0);
        race.toggle();
        race.scrub(5);
        assertThat(race.isOn()).isFalse();
    }
}
