package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class CausesTest {

    private static Span at(Snapshot trace, int lane, long moment) {
        LaneView view = trace.lanes().get(lane);
        return view.span(view.indexAt(moment));
    }

    @Test
    void a_page_that_comes_from_another_lane_was_handed_over_by_it() {
        Snapshot trace =
                Traces.of("read@0 10, read@1 10, idle 30", "queue 12, parse@0 10, parse@1 28");
        var parse = at(trace, 1, 12);
        var cause = Causes.before(trace, parse).orElseThrow();
        assertThat(cause.from()).isEqualTo(at(trace, 0, 0));
        assertThat(cause.reason()).isEqualTo(Cause.Reason.HANDED_OVER);
        assertThat(cause.reason().isCertain()).isTrue();
        assertThat(Causes.after(trace, cause.from()).orElseThrow().to()).isEqualTo(parse);
    }

    @Test
    void a_wait_ends_because_the_page_arrived_while_it_lasted() {
        Snapshot trace = Traces.of("read@0 10, idle 40", "queue 12, parse@0 38");
        var cause = Causes.before(trace, at(trace, 1, 0)).orElseThrow();
        assertThat(cause.from()).isEqualTo(at(trace, 0, 0));
        assertThat(cause.to()).isEqualTo(at(trace, 1, 0));
    }

    @Test
    void a_page_that_had_arrived_before_the_wait_did_not_end_it() {
        Snapshot trace = Traces.of("read@0 10, idle 40", "parse@1 20, queue 12, parse@0 18");
        assertThat(Causes.before(trace, at(trace, 1, 20))).isEmpty();
        assertThat(Causes.before(trace, at(trace, 1, 32))).isPresent();
    }

    @Test
    void work_that_goes_on_with_its_page_on_its_own_lane_has_no_arrow() {
        Snapshot trace = Traces.of("read@0 10, parse@0 40", "queue 12, parse@1 38");
        assertThat(Causes.before(trace, at(trace, 0, 10))).isEmpty();
        assertThat(Causes.after(trace, at(trace, 0, 0))).isEmpty();
    }

    @Test
    void who_held_the_lock_is_what_the_counter_says() {
        var trace = new Trace(Traces.info(3, 3), Traces.STARTING);
        trace.lane(0).append(0, Traces.PARSE, 0, Lane.NOT_READ);
        trace.lane(0).append(100, Traces.WRITE, 0, Lane.NOT_READ);
        trace.lane(1).append(0, Traces.LOCK, Lane.NO_ITEM, Lane.NOT_READ);
        trace.lane(1).append(110, Traces.PARSE, 1, Lane.NOT_READ);
        trace.lane(2).append(0, Traces.READ, 2, Lane.NOT_READ);
        trace.lane(2).append(108, Traces.WRITE, 2, Lane.NOT_READ);
        Counter holder = trace.counter("worker with the lock");
        holder.append(0, 1);
        holder.append(103, 0);
        holder.append(109, 2);
        trace.finish(200);
        Snapshot run = Traces.finished(trace);
        var lanes = run.lanes();
        Span wait = lanes.get(1).span(lanes.get(1).size() - 2);
        var cause = Causes.before(run, wait).orElseThrow();
        assertThat(cause.reason()).isEqualTo(Cause.Reason.HELD_THE_LOCK);
        assertThat(cause.from().lane()).isZero();
        assertThat(cause.from().endNanos()).isEqualTo(100);
        assertThat(Causes.before(run, lanes.get(1).span(wait.index() + 1))).contains(cause);
        assertThat(Causes.after(run, cause.from())).contains(cause);
    }

    @Test
    void without_a_counter_the_only_one_who_ended_work_then_likely_held_the_lock() {
        Snapshot trace =
                Traces.of("parse@0 100, write@0 100", "lock 110, parse@1 90", "parse@2 200");
        var cause = Causes.before(trace, at(trace, 1, 0)).orElseThrow();
        assertThat(cause.from()).isEqualTo(at(trace, 0, 0));
        assertThat(cause.reason().isCertain()).isFalse();
        assertThat(cause.reason().words()).contains("likely");
    }

    @Test
    void where_two_may_have_held_the_lock_nobody_is_named() {
        Snapshot trace =
                Traces.of(
                        "parse@0 100, write@0 100",
                        "lock 110, parse@1 90",
                        "parse@2 105, write@2 95");
        assertThat(Causes.before(trace, at(trace, 1, 0))).isEmpty();
    }

    @Test
    void a_phase_goes_on_when_the_last_page_before_is_done() {
        Snapshot run =
                Traces.inPhases(
                        List.of(new Phase("pages", 0), new Phase("generated", 2)),
                        "queue 5, read@0 10, write@0 10, idle 15, write@2 10, idle 50",
                        "queue 5, read@1 10, write@1 20, idle 5, write@3 60");
        var cause = Causes.before(run, at(run, 0, 40)).orElseThrow();
        assertThat(cause.reason()).isEqualTo(Cause.Reason.ENDED_THE_PHASE);
        assertThat(cause.from()).isEqualTo(at(run, 1, 20));
    }

    @Test
    void the_first_wait_of_a_run_has_no_cause_in_it() {
        Snapshot trace = Traces.of("queue 5, read@0 45", "queue 7, read@1 43");
        assertThat(Causes.before(trace, at(trace, 0, 0))).isEmpty();
        assertThat(Causes.before(trace, at(trace, 0, 5))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void arrows_go_from_lane_to_lane_and_never_far_back_in_time(long seed) {
        Snapshot trace = Traces.random(seed);
        for (var lane : trace.lanes()) {
            for (int at = 0; at < lane.size(); at++) {
                Span span = lane.span(at);
                Causes.before(trace, span)
                        .ifPresent(cause -> {
                            assertThat(cause.from().lane()).isNotEqualTo(cause.to().lane());
                            assertThat(cause.to().lane()).isEqualTo(span.lane());
                            assertThat(cause.from().startNanos())
                                    .isLessThanOrEqualTo(cause.to().endNanos());
                        });
                Causes.after(trace, span)
                        .ifPresent(cause -> {
                            assertThat(cause.from()).isEqualTo(span);
                            assertThat(Causes.before(trace, cause.to())).contains(cause);
                        });
            }
        }
    }

    @Test
    void the_way_of_a_page_leads_over_all_its_lanes() {
        Snapshot trace =
                Traces.of("queue 2, read@0 10, read@1 10, idle 28", "queue 14, parse@0 36");
        var flow = ItemFlow.of(trace, PhaseTime.of(trace), 0).orElseThrow();
        assertThat(flow.submitNanos()).isZero();
        assertThat(flow.beginNanos()).isEqualTo(2);
        assertThat(flow.doneNanos()).isEqualTo(50);
        assertThat(flow.visits()).extracting(ItemVisit::lane).containsExactly(0, 1);
        assertThat(ItemFlow.of(trace, PhaseTime.of(trace), 9)).isEmpty();
    }

    @Test
    void a_page_of_a_later_phase_was_submitted_when_that_began() {
        Snapshot run =
                Traces.inPhases(
                        List.of(new Phase("pages", 0), new Phase("generated", 1)),
                        "read@0 10, idle 15, write@1 10");
        var flow = ItemFlow.of(run, PhaseTime.of(run), 1).orElseThrow();
        assertThat(flow.submitNanos()).isEqualTo(10);
        assertThat(flow.beginNanos()).isEqualTo(25);
    }
}
