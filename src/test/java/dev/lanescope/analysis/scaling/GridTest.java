package dev.lanescope.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Runs whose workers are parted into processes with threads make a grid, by what their traces
/// tell.
class GridTest {

    private static final List<State> STATES =
            List.of(new State("parse", State.Kind.WORK), new State("idle", State.Kind.IDLE));

    /// Five runs, each a little longer than the one before.
    private static List<Snapshot> runs(String model, int workers, String knobs, long nanos) {
        String setting = knobs.contains("threads 1") ? "one thread each" : "";
        List<Snapshot> runs = new ArrayList<>();
        for (int repeat = 0; repeat < 5; repeat++) {
            var info =
                    new RunInfo(
                            model,
                            model,
                            workers,
                            setting,
                            "book",
                            1,
                            Instant.EPOCH,
                            0,
                            STATES,
                            List.of("a"),
                            List.of(new Phase(RunInfo.PAGES, 0)));
            var trace = new Trace(info, 1);
            trace.lane(0).append(1, 0, 0, Lane.NOT_READ);
            trace.finish(nanos + repeat);
            runs.add(Traces.finished(trace).withFacts(List.of(new Fact("Knobs", knobs))));
        }
        return runs;
    }

    private static List<Snapshot> cell(int processes, int threads, long nanos) {
        String knobs = "batch 8, threads " + threads + ", warm-up 1";
        return runs("hybrid", processes * threads, knobs, nanos);
    }

    private static List<Grid> grids(List<List<Snapshot>> runs) {
        return Grid.allOf(Comparison.of(runs.stream().flatMap(List::stream).toList()));
    }

    private static final List<Snapshot> ALONE = runs("sequential", 1, "threads 2", 2_000);

    private static final List<List<Snapshot>> FOUR =
            List.of(
                    ALONE,
                    cell(1, 1, 2_000),
                    cell(1, 2, 1_500),
                    cell(2, 1, 1_000),
                    cell(2, 2, 1_001));

    @Test
    void a_cell_is_processes_by_threads_and_the_fastest_is_the_best() {
        Grid grid = grids(FOUR).getFirst();
        assertThat(grid.groups()).containsExactly(1, 2);
        assertThat(grid.threads()).containsExactly(1, 2);
        assertThat(grid.best().title()).isEqualTo("2 × 1");
        assertThat(grid.best().speedUp().value()).isCloseTo(2, within(0.01));
        assertThat(grid.cell(1, 2).orElseThrow().over().value()).isCloseTo(1.5, within(0.01));
        assertThat(grid.cell(2, 2).orElseThrow().workers()).isEqualTo(4);
        assertThat(grid.speed(grid.best()).orElseThrow()).isEqualTo(1);
        assertThat(grid.speed(grid.cell(1, 1).orElseThrow()).orElseThrow()).isZero();
    }

    @Test
    void what_is_not_shown_to_be_slower_is_as_good() {
        Grid grid = grids(FOUR).getFirst();
        assertThat(grid.cells().stream().filter(Grid.Cell::isAsGood).map(Grid.Cell::title))
                .containsExactly("2 × 1", "2 × 2");
        assertThat(GridWords.of(grid))
                .first()
                .asString()
                .startsWith("Best: 2 processes with 1 thread each, 1.00 µs, 2.00 (");
        assertThat(GridWords.of(grid))
                .contains("Not shown to be slower: 2 × 2.")
                .anyMatch(words -> words.startsWith("The same 2 workers, parted otherwise: 2 × 1"));
    }

    @Test
    void of_runs_that_did_not_do_the_same_none_is_the_best() {
        List<List<Snapshot>> other = new ArrayList<>(FOUR);
        other.set(3, FOUR.get(3).stream().map(run -> writing("one", run)).toList());
        other.set(4, FOUR.get(4).stream().map(run -> writing("another", run)).toList());
        Grid grid = grids(other).getFirst();
        assertThat(grid.comparable()).isFalse();
        assertThat(grid.cells()).allMatch(cell -> grid.rank(cell) == Grid.Rank.UNKNOWN);
        assertThat(grid.cells()).allMatch(cell -> grid.overBest(cell).isEmpty());
        assertThat(GridWords.of(grid)).isEmpty();
    }

    private static Snapshot writing(String hash, Snapshot run) {
        List<Fact> facts = new ArrayList<>(run.info().facts());
        facts.add(new Fact("Output hash", hash));
        return run.withFacts(facts);
    }

    @Test
    void a_cell_that_nobody_measured_is_empty() {
        Grid grid = grids(List.of(ALONE, cell(1, 1, 10), cell(2, 2, 20))).getFirst();
        assertThat(grid.cell(1, 2)).isEmpty();
        assertThat(grid.cells()).hasSize(2);
    }

    @Test
    void one_side_alone_is_no_grid_and_neither_is_another_knob() {
        assertThat(grids(List.of(ALONE, cell(1, 2, 10), cell(2, 2, 20)))).isEmpty();
        assertThat(grids(List.of(ALONE, cell(2, 1, 10), cell(2, 2, 20)))).isEmpty();
        assertThat(
                        grids(
                                List.of(
                                        ALONE,
                                        runs("hybrid", 1, "batch 8, threads 1", 10),
                                        runs("hybrid", 4, "batch 9, threads 2", 20))))
                .isEmpty();
    }
}
