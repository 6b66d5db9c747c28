package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class PhaseTimeTest {

    private static final List<Phase> TWO =
            List.of(new Phase("pages", 0), new Phase("generated", 2));

    @Test
    void a_phase_ends_with_its_last_item_and_the_next_begins_there() {
        Snapshot run =
                Traces.inPhases(
                        TWO,
                        "queue 5, read@0 10, write@0 10, idle 15, write@2 10, idle 50",
                        "queue 5, read@1 10, write@1 20, idle 5, write@3 60");
        assertThat(PhaseTime.of(run))
                .containsExactly(
                        new PhaseTime(TWO.get(0), 2, 0, 35), new PhaseTime(TWO.get(1), 2, 35, 100));
    }

    @Test
    void a_run_in_one_phase_is_that_phase() {
        Snapshot run = Traces.of("queue 5, read@0 10, write@0 10, idle 15");
        assertThat(PhaseTime.of(run))
                .containsExactly(new PhaseTime(new Phase("pages", 0), 1, 0, 40));
    }

    @Test
    void a_phase_without_items_takes_no_time_unless_it_is_the_last() {
        var phases = List.of(new Phase("none", 0), new Phase("pages", 0), new Phase("end", 1));
        Snapshot run = Traces.inPhases(phases, "read@0 10, write@0 10, idle 15");
        assertThat(PhaseTime.of(run)).extracting(PhaseTime::nanos).containsExactly(0L, 20L, 15L);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void phases_fill_the_run_without_a_gap(long seed) {
        Snapshot run = Traces.random(seed);
        List<PhaseTime> times = PhaseTime.of(run);
        assertThat(times.stream().mapToLong(PhaseTime::nanos).sum()).isEqualTo(run.endNanos());
        assertThat(times.getFirst().startNanos()).isZero();
        assertThat(times.getLast().endNanos()).isEqualTo(run.endNanos());
        assertThat(times).allMatch(time -> time.nanos() >= 0);
    }
}
