package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class RunStageTest {

    @Test
    void a_run_starts_up_until_its_first_page_is_begun_and_then_goes_from_phase_to_phase() {
        Snapshot run =
                Traces.inPhases(
                        List.of(new Phase("pages", 0), new Phase("generated", 2)),
                        "starting 7, read@0 20, idle 33",
                        "starting 12, read@1 30, write@2 18");
        assertThat(RunStage.of(run))
                .containsExactly(
                        new RunStage("start-up", 0, 7),
                        new RunStage("pages", 7, 42),
                        new RunStage("generated", 42, 60));
    }

    @Test
    void a_run_that_begins_with_a_page_has_a_start_up_of_no_length() {
        assertThat(RunStage.of(Traces.of("read@0 5")))
                .containsExactly(new RunStage("start-up", 0, 0), new RunStage("pages", 0, 5));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void stages_follow_each_other_from_the_first_submit_to_the_end(long seed) {
        Snapshot run = Traces.random(seed);
        long at = 0;
        for (RunStage stage : RunStage.of(run)) {
            assertThat(stage.startNanos()).isEqualTo(at);
            at = stage.endNanos();
        }
        assertThat(at).isEqualTo(run.endNanos());
    }
}
