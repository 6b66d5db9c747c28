package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.Random;

class LaneColumnsTest {

    private static final int STATES = Traces.STATES.size();

    private final LaneColumns columns = new LaneColumns(STATES);

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_column_shows_exactly_what_happened_in_its_time(long seed) {
        var random = new Random(seed);
        boolean many = seed % 4 == 0; // so many spans that columns ask for totals
        Snapshot finished = many ? Traces.random(seed, 2, 9000) : Traces.random(seed);
        Snapshot trace = seed % 8 == 0 ? Traces.goingOn(finished) : finished; // or for sums
        for (int round = 0; round < (many ? 3 : 10); round++) {
            TimeWindow window = Windows.random(random, trace.endNanos());
            int count = 1 + random.nextInt(many ? 20 : 200);
            assertColumns(trace, window, count);
            assertColumns(trace, new WarpedWindow(window, warp(random, trace), count), count);
        }
    }

    /// Some columns show so little time then that they cannot ask.
    private static TimeWarp warp(Random random, Snapshot trace) {
        double end = (double) trace.endNanos();
        double[] moments = random.doubles(5, 0, end).sorted().toArray();
        double[] places = random.doubles(5, 0, end).sorted().toArray();
        return new TimeWarp(moments, places);
    }

    private void assertColumns(Snapshot trace, Columns window, int count) {
        for (LaneView lane : trace.lanes()) {
            columns.compute(lane, window, count);
            long seen = 0;
            for (int column = 0; column < count; column++) {
                assertColumn(lane, column);
                assertEdge(trace, window, column, count);
                seen += columns.columnNanos(column);
            }
            assertThat(seen).isEqualTo(edge(lane, count) - edge(lane, 0));
        }
    }

    private long edge(LaneView lane, int column) {
        return Math.clamp(columns.edge(column), 0, lane.endNanos());
    }

    /// Of a run that goes on it stands where it should; of one that is over it may have moved by a
    /// quarter of the columns at its sides.
    private void assertEdge(Snapshot trace, Columns window, int column, int count) {
        long asked = window.columnStart(column, count);
        long right = window.columnStart(column + 1, count) - asked;
        long left = column == 0 ? right : asked - window.columnStart(column - 1, count);
        double most = trace.finished() ? Math.ceil(Math.min(left, right) / 4.0) : 0;
        long edge = Math.clamp(columns.edge(column), 0, trace.endNanos());
        assertThat((double) Math.abs(edge - Math.clamp(asked, 0, trace.endNanos())))
                .isLessThanOrEqualTo(most);
    }

    private void assertColumn(LaneView lane, int column) {
        long from = edge(lane, column);
        long to = edge(lane, column + 1);
        long[] expected = new long[STATES];
        long items = 0;
        var itsItems = new HashSet<Integer>();
        for (int span = 0; span < lane.size(); span++) {
            long inside = Math.min(lane.endNanos(span), to) - Math.max(lane.startNanos(span), from);
            expected[lane.state(span)] += Math.max(0, inside);
            if (inside > 0) {
                itsItems.add(lane.item(span));
            }
            items += lane.item(span) == Lane.NO_ITEM ? 0 : Math.max(0, inside);
        }
        long sum = 0;
        for (int state = 0; state < STATES; state++) {
            assertThat(columns.nanos(column, state)).isEqualTo(expected[state]);
            sum += columns.nanos(column, state);
        }
        assertThat(sum).isEqualTo(columns.columnNanos(column)).isEqualTo(to - from);
        assertThat(columns.itemNanos(column)).isEqualTo(items);
        if (to > from) {
            int only = itsItems.size() == 1 ? itsItems.iterator().next() : LaneColumns.MIXED_ITEMS;
            assertThat(columns.item(column)).isEqualTo(only);
        }
        int span = columns.span(column);
        if (span >= 0) {
            assertThat(lane.startNanos(span)).isLessThanOrEqualTo(from);
            assertThat(lane.endNanos(span)).isGreaterThanOrEqualTo(to);
        } else if (span == LaneColumns.MIXED) {
            assertThat(to).isGreaterThan(from + 1);
        } else {
            assertThat(to).isEqualTo(from);
        }
    }

    private static long timeInRun(TimeWindow window, int from, int to, int count, long end) {
        return Math.clamp(window.columnStart(to, count), 0, end)
                - Math.clamp(window.columnStart(from, count), 0, end);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_span_begins_in_one_column(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, trace.endNanos());
        int count = 1 + random.nextInt(3000);
        long from = window.columnStart(0, count);
        long to = window.columnStart(count, count);
        for (LaneView lane : trace.lanes()) {
            columns.compute(lane, window, count);
            int begun = 0;
            for (int column = 0; column < count; column++) {
                begun += columns.begins(column);
            }
            int expected = 0;
            for (int span = 0; span < lane.size(); span++) {
                long start = lane.startNanos(span);
                expected += start >= from && start < to ? 1 : 0;
            }
            assertThat(begun).isBetween(expected, expected + 2);
        }
    }

    @Test
    void columns_narrower_than_a_nanosecond_show_the_span_they_lie_in() {
        LaneView lane = Traces.of("read@0 20, parse@0 10, write@0 30").lanes().get(0);
        columns.compute(lane, new TimeWindow(0, 50), 500);
        assertThat(columns.state(199)).isEqualTo(Traces.READ);
        assertThat(columns.state(200)).isEqualTo(Traces.PARSE);
        assertThat(columns.state(299)).isEqualTo(Traces.PARSE);
        assertThat(columns.state(300)).isEqualTo(Traces.WRITE);
        assertThat(columns.begins(200)).isEqualTo(1);
    }

    @Test
    void items_and_their_changes_are_told_by_column() {
        LaneView lane =
                Traces.of("read@0 10, write@0 10, read@1 10, write@1 10, queue 20").lanes().get(0);
        columns.compute(lane, new TimeWindow(0, 60), 4);
        assertThat(columns.item(0)).isZero();
        assertThat(columns.item(1)).isEqualTo(LaneColumns.MIXED_ITEMS);
        assertThat(columns.itemChanges(1)).isEqualTo(1);
        assertThat(columns.item(2)).isEqualTo(LaneColumns.MIXED_ITEMS);
        assertThat(columns.itemNanos(2)).isEqualTo(10);
        assertThat(columns.item(3)).isEqualTo(Lane.NO_ITEM);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void workers_by_state_always_add_up_to_all_workers(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        TimeWindow window = Windows.random(random, trace.endNanos());
        int count = 1 + random.nextInt(300);
        var sums = new StateColumns(STATES);
        sums.compute(trace, window, count);
        for (int column = 0; column < count; column++) {
            long sum = 0;
            for (int state = 0; state < STATES; state++) {
                sum += sums.nanos(column, state);
            }
            long columnNanos = timeInRun(window, column, column + 1, count, trace.endNanos());
            assertThat(sum).isEqualTo(sums.total(column));
            if (columnNanos > 0) {
                assertThat(sum).isEqualTo(trace.lanes().size() * columnNanos);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void workers_by_state_are_the_sums_of_all_lanes_whether_they_have_many_spans_or_few(long seed) {
        var random = new Random(seed);
        Snapshot trace = Traces.random(seed, 1 + random.nextInt(9), 1 + random.nextInt(200));
        TimeWindow window = Windows.random(random, trace.endNanos());
        int count = 1 + random.nextInt(300);
        var sums = new StateColumns(STATES);
        sums.compute(trace, window, count);
        for (int column = 0; column < count && window.nanos() >= count; column++) {
            for (int state = 0; state < STATES; state++) {
                long sum = 0;
                for (LaneView lane : trace.lanes()) {
                    columns.compute(lane, window, count);
                    sum += columns.nanos(column, state);
                }
                assertThat(sums.nanos(column, state)).isEqualTo(sum);
            }
        }
    }
}
