package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;

/// A picture costs as much as it has columns, however long the run: counted in spans that are
/// looked at, so that no slow machine can make it fail.
class BoundedWorkTest {

    private static final int STATES = Traces.STATES.size();
    private static final int COLUMNS = 60;

    /// What one column may look at: the spans up to the next sums on both sides, or so few that
    /// asking for sums is not worth it.
    private static final long A_COLUMN = 400;

    private static final Snapshot LONG = Traces.random(5, 2, 600_000);

    @Test
    void a_picture_of_a_long_run_looks_at_few_of_its_spans() {
        var lanes = new LaneColumns(STATES);
        var states = new StateColumns(STATES);
        TimeWindow window = TimeWindow.fit(LONG.endNanos());
        states.compute(LONG, window, COLUMNS);
        assertThat(states.visited()).isLessThan(A_COLUMN * COLUMNS * LONG.lanes().size());
        for (LaneView lane : LONG.lanes()) {
            lanes.compute(lane, window, COLUMNS);
        }
        assertThat(lanes.visited()).isLessThan(A_COLUMN * COLUMNS * LONG.lanes().size());
    }

    @Test
    void a_run_that_is_ten_times_as_long_costs_no_more() {
        Snapshot tenth = Traces.random(5, 2, 60_000);
        assertThat(visited(LONG)).isLessThan(2 * visited(tenth));
    }

    private static long visited(Snapshot trace) {
        var states = new StateColumns(STATES);
        states.compute(trace, TimeWindow.fit(trace.endNanos()), COLUMNS);
        return states.visited();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void lanes_and_workers_by_state_agree_where_columns_hold_thousands_of_spans(long seed) {
        Snapshot trace = Traces.goingOn(Traces.random(seed, 2, 20_000));
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, trace.endNanos());
        int count = 1 + random.nextInt(40);
        var states = new StateColumns(STATES);
        states.compute(trace, window, count);
        var lanes = new LaneColumns(STATES);
        long[] sums = new long[count * STATES];
        long[] plain = new long[count * STATES];
        for (LaneView lane : trace.lanes()) {
            lanes.compute(lane, window, count);
            for (int column = 0; column < count; column++) {
                for (int state = 0; state < STATES; state++) {
                    sums[column * STATES + state] += lanes.nanos(column, state);
                }
            }
            addPlainly(lane, window, count, plain);
        }
        for (int column = 0; column < count; column++) {
            for (int state = 0; state < STATES; state++) {
                int at = column * STATES + state;
                assertThat(sums[at]).isEqualTo(plain[at]);
                if (lanes.columnNanos(column) > 0) {
                    assertThat(states.nanos(column, state)).isEqualTo(plain[at]);
                }
            }
        }
    }

    private static void addPlainly(LaneView lane, TimeWindow window, int count, long[] nanos) {
        for (int column = 0; column < count; column++) {
            long from = Math.clamp(window.columnStart(column, count), 0, lane.endNanos());
            long to = Math.clamp(window.columnStart(column + 1, count), 0, lane.endNanos());
            for (int span = 0; span < lane.size(); span++) {
                long end = Math.min(lane.endNanos(span), to);
                long inside = end - Math.max(lane.startNanos(span), from);
                nanos[column * STATES + lane.state(span)] += Math.max(0, inside);
            }
        }
    }
}
