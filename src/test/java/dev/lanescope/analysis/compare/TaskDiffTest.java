package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two runs page by page.
class TaskDiffTest {

    private static final Snapshot ONE =
            Traces.of("read@0 10, parse@0 20, read@1 5, parse@1 5, parse@2 30");

    private static final Snapshot TWO =
            Traces.of(
                    "read@0 10, lock@0 40, parse@1 20",
                    "read@1 5, parse@0 25, parse@2 30, idle 10");

    @Test
    void pages_are_matched_by_name_on_whichever_lane() {
        var diff = TaskDiff.of(ONE, TWO);
        assertThat(diff.tasks()).extracting(TaskDiff.Task::item).containsExactly(0, 1, 2);
        TaskDiff.Task first = diff.tasks().getFirst();
        assertThat(first.nanos()).isEqualTo(30);
        assertThat(first.otherNanos()).isEqualTo(75);
        assertThat(first.byKind())
                .containsEntry(State.Kind.LOCK, 40L)
                .containsEntry(State.Kind.WORK, 5L)
                .hasSize(2);
        assertThat(first.wayNanos()).isEqualTo(30);
        assertThat(first.otherWayNanos()).isEqualTo(50);
        assertThat(diff.moreNanos()).isEqualTo(45 + 15);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_kinds_add_up_to_the_difference(long seed) {
        var diff = TaskDiff.of(Traces.random(seed, 3, 200), Traces.random(seed + 1, 2, 300));
        assertThat(diff.tasks())
                .allSatisfy(task ->
                        assertThat(task.byKind().values().stream().mapToLong(n -> n).sum())
                                .isEqualTo(task.moreNanos()));
    }

    @Test
    void a_run_does_not_differ_from_itself() {
        assertThat(TaskDiff.of(TWO, TWO).tasks())
                .hasSize(3)
                .allSatisfy(task -> assertThat(task.byKind()).isEmpty());
    }
}
