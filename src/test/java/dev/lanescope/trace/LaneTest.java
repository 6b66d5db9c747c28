package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

class LaneTest {

    private static final int WORK = 0;
    private static final int IDLE = 1;

    private static Trace trace(int workers) {
        var states =
                List.of(new State("work", State.Kind.WORK), new State("idle", State.Kind.IDLE));
        var items = IntStream.range(0, 100).mapToObj(item -> "page " + item).toList();
        return new Trace(
                new RunInfo("m", "M", workers, "folder", 1, Instant.EPOCH, 0, states, items), IDLE);
    }

    @Test
    void spans_lie_edge_to_edge_from_the_first_submit_to_the_end() {
        Trace trace = trace(1);
        trace.lane(0).append(10, WORK, 3, Lane.NOT_READ);
        trace.lane(0).append(25, IDLE, Lane.NO_ITEM, Lane.NOT_READ);
        trace.finish(40);
        LaneView lane = trace.snapshot(() -> 0).lanes().getFirst();
        assertThat(IntStream.range(0, lane.size()).mapToObj(lane::span))
                .containsExactly(
                        new Span(0, 0, 0, 10, IDLE, Lane.NO_ITEM),
                        new Span(0, 1, 10, 25, WORK, 3),
                        new Span(0, 2, 25, 40, IDLE, Lane.NO_ITEM));
    }

    @Test
    void a_run_that_goes_on_ends_now() {
        Trace trace = trace(1);
        trace.lane(0).append(10, WORK, 3, Lane.NOT_READ);
        Snapshot now = trace.snapshot(() -> 17);
        assertThat(now.finished()).isFalse();
        assertThat(now.lanes().getFirst().span(1)).isEqualTo(new Span(0, 1, 10, 17, WORK, 3));
    }

    @Test
    void what_a_straggler_writes_after_the_end_does_not_count() {
        Trace trace = trace(1);
        trace.lane(0).append(10, WORK, 3, Lane.NOT_READ);
        trace.finish(20);
        trace.lane(0).append(20, WORK, 4, Lane.NOT_READ);
        trace.lane(0).append(30, IDLE, Lane.NO_ITEM, Lane.NOT_READ);
        LaneView lane = trace.snapshot(() -> 99).lanes().getFirst();
        assertThat(lane.size()).isEqualTo(2);
        assertThat(lane.endNanos(1)).isEqualTo(20);
    }

    @Test
    void the_span_at_a_moment_is_found() {
        Trace trace = trace(1);
        for (int span = 1; span < 10_000; span++) {
            trace.lane(0).append(span * 10L, span % 2, Lane.NO_ITEM, Lane.NOT_READ);
        }
        trace.finish(100_000);
        LaneView lane = trace.snapshot(() -> 0).lanes().getFirst();
        assertThat(lane.indexAt(-5)).isZero();
        assertThat(lane.indexAt(0)).isZero();
        assertThat(lane.indexAt(9)).isZero();
        assertThat(lane.indexAt(10)).isEqualTo(1);
        assertThat(lane.indexAt(55_559)).isEqualTo(5_555);
        assertThat(lane.indexAt(1_000_000)).isEqualTo(9_999);
    }

    @Test
    void cpu_time_between_two_readings_belongs_to_all_spans_between_them() {
        Trace trace = trace(1);
        Lane lane = trace.lane(0);
        lane.append(100, WORK, 0, 1_000);
        lane.append(200, WORK, 1, 1_090);
        lane.append(210, WORK, 2, Lane.NOT_READ);
        lane.append(220, WORK, 3, 1_105);
        trace.finish(300);
        LaneView view = trace.snapshot(() -> 0).lanes().getFirst();
        assertThat(view.cpuTime(0)).as("before the first reading").isEmpty();
        assertThat(view.cpuTime(1)).hasValue(new CpuTime(90, 100, 1));
        assertThat(view.cpuTime(2)).hasValue(new CpuTime(15, 20, 2));
        assertThat(view.cpuTime(3)).hasValue(new CpuTime(15, 20, 2));
        assertThat(view.cpuTime(4)).as("after the last reading").isEmpty();
    }

    /// The writer appends without pause while readers check all that they can see: starts never go
    /// back, and every column belongs to its own transition.
    @Test
    void a_lane_can_be_read_while_it_is_written() throws Exception {
        int transitions = 2_000_000;
        Trace trace = trace(1);
        Lane lane = trace.lane(0);
        List<FutureTask<Integer>> readers =
                IntStream.range(0, 2)
                        .mapToObj(_ -> new FutureTask<>(() -> checkUntil(trace, transitions)))
                        .toList();
        readers.forEach(Thread.ofPlatform()::start);
        for (int number = 1; number <= transitions; number++) {
            lane.append(number * 3L, number & 1, number % 100, number * 7L);
        }
        for (FutureTask<Integer> reader : readers) {
            assertThat(reader.get()).isGreaterThan(1);
        }
    }

    private static int checkUntil(Trace trace, int transitions) {
        int checked = 0;
        int looks = 0;
        while (checked < transitions) {
            LaneView view = trace.snapshot(() -> Long.MAX_VALUE).lanes().getFirst();
            for (int number = Math.max(1, checked); number < view.size(); number++) {
                if (view.startNanos(number) != number * 3L
                        || view.state(number) != (number & 1)
                        || view.item(number) != number % 100
                        || view.cpuNanos(number) != number * 7L) {
                    throw new AssertionError("transition " + number + " is torn");
                }
            }
            checked = view.size() - 1;
            looks++;
        }
        return looks;
    }
}
