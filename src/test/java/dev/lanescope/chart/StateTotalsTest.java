package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;

/// Running totals give the same times as the spans, to the nanosecond, also of a run that goes on.
class StateTotalsTest {

    private static final int STATES = Traces.STATES.size();
    private static final int LANES = 3;

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void totals_of_a_run_that_goes_on_agree_with_its_spans(long seed) {
        var random = new Random(seed);
        var trace = new Trace(Traces.info(LANES, 10), Traces.IDLE);
        var totals = new StateTotals(STATES);
        long[] at = new long[LANES];
        for (int growth = 0; growth < 12; growth++) {
            for (int lane = 0; lane < LANES; lane++) {
                at[lane] = grow(trace, lane, at[lane], random);
            }
            long end = Math.max(at[0], Math.max(at[1], at[2])) + 1;
            Snapshot now = trace.snapshot(() -> end);
            totals.follow(now);
            agreesSomewhere(totals, now, random);
        }
        assertThat(totals.stepNanos()).as("some moments had to go").isGreaterThan(1);
    }

    private static long grow(Trace trace, int lane, long from, Random random) {
        long at = from;
        for (int span = random.nextInt(200); span >= 0; span--) {
            at += random.nextInt(1, 1 << random.nextInt(1, 12));
            trace.lane(lane).append(at, random.nextInt(STATES), random.nextInt(10), 0);
        }
        return at;
    }

    private static void agreesSomewhere(StateTotals totals, Snapshot now, Random random) {
        for (int i = 0; i < 20; i++) {
            long to = totals.nearest(random.nextLong(totals.untilNanos() + 1));
            long from = totals.nearest(random.nextLong(to + 1));
            long[] expected = new long[STATES];
            for (LaneView lane : now.lanes()) {
                lane.add(from, to, expected);
            }
            long[] found = new long[STATES];
            totals.add(from, to, found, 0);
            assertThat(found).containsExactly(expected);
        }
    }

    @Test
    void all_of_a_finished_run_is_known_but_for_less_than_a_step() {
        Snapshot trace = Traces.random(7, LANES, 5_000);
        var totals = new StateTotals(STATES);
        totals.follow(trace);
        assertThat(trace.endNanos() - totals.untilNanos()).isBetween(0L, totals.stepNanos() - 1);
    }

    @Test
    void another_run_begins_anew() {
        var totals = new StateTotals(STATES);
        totals.follow(Traces.random(1, LANES, 5_000));
        Snapshot other = Traces.random(2, LANES, 300);
        totals.follow(other);
        agreesSomewhere(totals, other, new Random(1));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void columns_of_many_spans_close_and_their_edges_hardly_move(long seed) {
        Snapshot trace = Traces.random(seed, LANES, 40_000);
        var random = new Random(seed);
        TimeWindow window = TimeWindow.fit(trace.endNanos()).zoomed(1 + random.nextDouble(), 0);
        int count = random.nextInt(50, 1600);
        var columns = new StateColumns(STATES);
        columns.compute(trace, window, count);
        assertThat(trace.spans()).isGreaterThan(100_000);
        double width = window.nanos() / count;
        long shown = Math.max(0, window.columnStart(0, count));
        for (int column = 0; column < count; column++) {
            long states = 0;
            for (int state = 0; state < STATES; state++) {
                states += columns.nanos(column, state);
            }
            assertThat(states).isEqualTo(columns.total(column));
            shown += columns.total(column) / LANES;
            long edge = Math.clamp(window.columnStart(column + 1, count), 0, trace.endNanos());
            assertThat((double) shown).isCloseTo((double) edge, within(width / 8));
        }
    }
}
