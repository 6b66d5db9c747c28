package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.explain.BottleGraph.Box;
import dev.lanescope.analysis.explain.CriticalPath.Edge;
import dev.lanescope.analysis.explain.CriticalPath.Step;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;

/// What made a run as long as it was: the chain through it, and who ran alone.
class CriticalPathTest {

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_chain_covers_any_run_to_the_nanosecond(long seed) {
        isWhole(Traces.furnished(seed));
    }

    @ParameterizedTest
    @EnumSource
    void so_it_does_in_runs_with_illnesses(Illness illness) {
        isWhole(Ward.with(illness, 3).run());
    }

    static void isWhole(Snapshot run) {
        CriticalPath path = CriticalPath.of(run);
        long at = 0;
        for (Step step : path.steps()) {
            LaneView lane = run.lanes().get(step.lane());
            assertThat(step.startNanos()).isEqualTo(at).isLessThan(step.endNanos());
            assertThat(lane.startNanos(step.span())).isLessThanOrEqualTo(step.startNanos());
            assertThat(lane.endNanos(step.span())).isGreaterThanOrEqualTo(step.endNanos());
            at = step.endNanos();
        }
        assertThat(at).isEqualTo(run.endNanos());
        assertThat(path.byState().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(run.endNanos());
    }

    @Test
    void the_chain_goes_with_a_page_from_lane_to_lane() {
        Snapshot run =
                Traces.of(
                        "read@0 10, read@1 30, idle 60",
                        "queue 10, parse@0 5, queue 27, parse@1 58");
        assertThat(CriticalPath.of(run).steps())
                .extracting(Step::lane, Step::startNanos, Step::endNanos, Step::edge)
                .containsExactly(
                        tuple(0, 0L, 10L, Edge.SAME_LANE),
                        tuple(0, 10L, 40L, Edge.SAME_LANE),
                        tuple(1, 40L, 42L, Edge.HANDED_OVER),
                        tuple(1, 42L, 100L, Edge.SAME_LANE));
    }

    @Test
    void the_chain_goes_through_the_last_page_of_a_phase() {
        Snapshot run =
                Traces.inPhases(
                        List.of(new Phase(RunInfo.PAGES, 0), new Phase(RunInfo.GENERATED, 2)),
                        "parse@0 10, idle 50, parse@2 40",
                        "parse@1 50, idle 50");
        assertThat(CriticalPath.of(run).steps())
                .extracting(Step::lane, Step::endNanos, Step::edge)
                .containsExactly(
                        tuple(1, 50L, Edge.SAME_LANE),
                        tuple(0, 60L, Edge.PHASE),
                        tuple(0, 100L, Edge.SAME_LANE));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_boxes_of_any_run_come_to_its_makespan_to_the_nanosecond(long seed) {
        Snapshot run = Traces.furnished(seed);
        for (BottleGraph graph : List.of(BottleGraph.ofLanes(run), BottleGraph.ofStages(run))) {
            long sum = graph.boxes().stream().mapToLong(Box::heightNanos).sum();
            assertThat(sum + graph.nobodyNanos()).isEqualTo(run.endNanos());
            assertThat(graph.boxes())
                    .allSatisfy(box ->
                            assertThat(box.width())
                                    .isBetween(0.0, run.lanes().size() + 1e-3 * box.ranNanos()));
        }
    }

    @Test
    void who_runs_alone_stands_high_and_narrow() {
        BottleGraph graph =
                BottleGraph.ofLanes(Traces.of("parse@0 40, write@0 60", "parse@1 40, idle 60"));
        assertThat(graph.boxes()).extracting(Box::heightNanos).containsExactly(80L, 20L);
        assertThat(graph.boxes().getFirst().width()).isCloseTo(1.25, within(1e-9));
        assertThat(graph.boxes().getLast().width()).isEqualTo(2);
        assertThat(graph.nobodyNanos()).isZero();
        BottleGraph stages =
                BottleGraph.ofStages(Traces.of("parse@0 40, write@0 60", "parse@1 40, idle 60"));
        assertThat(stages.boxes()).extracting(Box::name).containsExactly("write", "parse");
        assertThat(stages.boxes()).extracting(Box::heightNanos).containsExactly(60L, 40L);
    }

    @Test
    void where_a_loop_hands_pages_to_threads_the_chain_goes_over_the_loop_and_holds_the_pages() {
        var run = new Patient(new Random(1), 2, 2, 0);
        run.model = "python-asyncio-threads";
        run.spend(0, Patient.DISPATCHING, Lane.NO_ITEM, 5);
        run.until(0, Patient.IO, 20);
        run.spend(0, Patient.DISPATCHING, Lane.NO_ITEM, 5);
        run.until(0, Patient.WORKLESS, 60);
        run.spend(0, Patient.DISPATCHING, Lane.NO_ITEM, 5);
        run.until(0, Patient.WORKLESS, 110);
        run.until(1, Patient.WORKLESS, 3);
        run.spend(1, Patient.PARSE, 0, 7);
        run.until(1, Patient.WORKLESS, 25);
        run.spend(1, Patient.PARSE, 1, 35);
        run.until(1, Patient.WORKLESS, 65);
        run.spend(1, Patient.WRITE, 1, 35);
        run.until(1, Patient.WORKLESS, 110);
        Snapshot trace = run.run();
        CriticalPath path = CriticalPath.of(trace);
        assertThat(
                        path.steps().stream()
                                .map(step ->
                                        step.lane()
                                                + " "
                                                + trace.state(step.state()).name()
                                                + " "
                                                + step.nanos()))
                .containsExactly(
                        "0 dispatching 5",
                        "0 waiting for I/O 15",
                        "0 dispatching 5",
                        "1 parse 35",
                        "0 dispatching 5",
                        "1 write 35",
                        "1 waiting for work 10");
        assertThat(path.steps().stream().mapToLong(CriticalPath.Step::nanos).sum())
                .isEqualTo(trace.endNanos());
    }
}
