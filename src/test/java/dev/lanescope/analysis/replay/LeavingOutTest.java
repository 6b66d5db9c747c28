package dev.lanescope.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.explain.PageParts;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumSet;
import java.util.Set;

/// What a run would have taken without some of its losses.
class LeavingOutTest {

    private static final Snapshot ONE =
            Traces.of("read@0 5, parse@0 40, write@0 5, read@1 5, parse@1 40, write@1 5");

    private static long without(Snapshot run, StackPart... parts) {
        var set = EnumSet.noneOf(StackPart.class);
        set.addAll(Set.of(parts));
        return LeavingOut.of(run, ONE).orElseThrow().run(set).nanos();
    }

    @Test
    void pages_that_took_longer_beside_others_take_what_they_took_alone() {
        Snapshot run =
                Traces.of(
                        "read@0 5, parse@0 70, write@0 5, idle 20",
                        "read@1 5, parse@1 70, write@1 25");
        assertThat(without(run)).isEqualTo(100);
        assertThat(without(run, StackPart.INFLATION)).isEqualTo(70);
        assertThat(without(run, StackPart.IO)).isEqualTo(80);
        assertThat(without(run, StackPart.INFLATION, StackPart.IO)).isEqualTo(50);
        LeavingOut replay = LeavingOut.of(run, ONE).orElseThrow();
        assertThat(replay.parts()).containsExactly(StackPart.INFLATION, StackPart.IO);
        assertThat(replay.lostNanos(StackPart.INFLATION)).isEqualTo(60);
        assertThat(replay.lostNanos(StackPart.IO)).isEqualTo(20);
    }

    @Test
    void workers_that_are_there_at_once_save_what_making_them_took() {
        Snapshot run =
                Traces.of(
                        "starting 30, queue 10, read@0 5, parse@0 40, write@0 5",
                        "starting 30, queue 10, read@1 5, parse@1 40, write@1 5");
        assertThat(without(run)).isEqualTo(90);
        assertThat(without(run, StackPart.START_UP)).isEqualTo(60);
        assertThat(without(run, StackPart.STARVATION)).isEqualTo(80);
        assertThat(without(run, StackPart.START_UP, StackPart.STARVATION)).isEqualTo(50);
    }

    @Test
    void without_the_lock_it_is_the_replay_without_a_lock() {
        Snapshot run =
                Traces.of(
                        "read@0 5, parse@0 40, write@0 5, idle 40",
                        "read@1 5, lock 40, parse@1 40, write@1 5");
        assertThat(without(run)).isEqualTo(90);
        assertThat(without(run, StackPart.LOCK)).isEqualTo(50);
    }

    @Test
    void time_under_a_stop_is_taken_off_the_page_that_it_hit() {
        Snapshot run =
                Traces.stopped(
                        10,
                        30,
                        "read@0 5, parse@0 60, write@0 5, idle 20",
                        "read@1 5, parse@1 80, write@1 5");
        assertThat(without(run, StackPart.STOPS)).isEqualTo(70);
        assertThat(without(run, StackPart.STOPS, StackPart.INFLATION)).isEqualTo(50);
    }

    @Test
    void a_page_that_was_faster_than_alone_takes_longer_without_that() {
        Snapshot run =
                Traces.of("read@0 5, parse@0 30, write@0 5", "read@1 5, parse@1 30, write@1 5");
        assertThat(without(run)).isEqualTo(40);
        assertThat(without(run, StackPart.INFLATION)).isEqualTo(50);
    }

    @Test
    void a_run_with_another_page_is_not_replayed_against_it() {
        Snapshot other = Traces.of("parse@0 5, parse@1 5, parse@2 5");
        assertThat(LeavingOut.of(other, ONE)).isEmpty();
    }

    /// The stack's parts, page by page, come to the replay's own tasks.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void with_nothing_left_out_it_is_the_replay_itself(long seed) {
        Snapshot run = Traces.furnished(seed);
        Snapshot one = Traces.furnished(seed);
        LeavingOut.of(run, one)
                .ifPresent(replay -> {
                    Prediction itself = replay.replay().asItWas(true);
                    assertThat(replay.run(Set.of())).isEqualTo(itself);
                    assertThat(PageParts.of(run).pages()).isEqualTo(run.info().pages());
                    var pagesAlone = EnumSet.allOf(StackPart.class);
                    pagesAlone.remove(StackPart.LOCK);
                    assertThat(replay.run(pagesAlone))
                            .as("against itself nothing is lost but to the lock")
                            .isEqualTo(itself);
                });
    }
}
