package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;

class PageAccountTest {

    private static List<Span> spansOf(Snapshot run, int item) {
        return run.lanes().stream()
                .flatMap(lane ->
                        java.util.stream.IntStream.range(0, lane.size()).mapToObj(lane::span))
                .filter(span -> span.item() == item)
                .toList();
    }

    @Test
    void the_time_of_a_page_goes_to_work_to_waiting_for_a_lock_and_to_waiting_between_lanes() {
        Snapshot run =
                Traces.of(
                        "starting 10, read@1 5, lock@1 20, parse@1 15, idle 50",
                        "starting 70, write@1 10, idle 20");
        PageAccount account = PageAccount.of(run, spansOf(run, 1));
        assertThat(account.beginNanos()).isEqualTo(10);
        assertThat(account.wayNanos()).isEqualTo(70);
        assertThat(account.nanos(State.Kind.WORK)).isEqualTo(30);
        assertThat(account.nanos(State.Kind.LOCK)).isEqualTo(20);
        assertThat(account.laneNanos()).isEqualTo(50);
        assertThat(account.queueNanos()).as("from 50 to 70 it was on no lane").isEqualTo(20);
        assertThat(account.nanos(State.Kind.CHANNEL)).isZero();
    }

    @Test
    void a_reading_that_covers_other_pages_too_is_shared_out_by_their_work() {
        var trace = new Trace(Traces.info(1, 2), Traces.READ);
        Lane lane = trace.lane(0);
        lane.append(0, Traces.READ, 0, 0);
        lane.append(30, Traces.PARSE, 0, Lane.NOT_READ);
        lane.append(40, Traces.PARSE, 1, Lane.NOT_READ);
        lane.append(80, Traces.IDLE, Lane.NO_ITEM, 60);
        trace.finish(100);
        Snapshot run = Traces.finished(trace);
        PageAccount first = PageAccount.of(run, spansOf(run, 0));
        PageAccount second = PageAccount.of(run, spansOf(run, 1));
        assertThat(first.cpuNanos()).hasValue(30);
        assertThat(second.cpuNanos()).hasValue(30);
        assertThat(first.cpuIsExact()).isFalse();
    }

    @Test
    void cpu_time_that_was_not_read_is_not_made_up() {
        Snapshot run = Traces.of("read@0 5, parse@0 15");
        assertThat(PageAccount.of(run, spansOf(run, 0)).cpuNanos()).isEmpty();
    }
}
