package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Time without a processor is taken from running, never from waiting, and adds up.
class PreemptionTest {

    /// A lane that reads for 10, waits for a lock for 60, parses for 30; it waited for a processor
    /// for so long between the two readings.
    private static Trace lockedLane(long waited) {
        var trace = new Trace(Traces.info(1, 1), Traces.READ);
        Lane lane = trace.lane(0);
        lane.append(0, Traces.READ, 0, Lane.NOT_READ);
        lane.append(10, Traces.LOCK, 0, Lane.NOT_READ);
        lane.append(70, Traces.PARSE, 0, Lane.NOT_READ);
        Counter queue = trace.counter(CounterNames.runQueue(0));
        queue.append(0, 0);
        queue.append(100, waited);
        trace.finish(100);
        return trace;
    }

    @Test
    void it_is_shared_out_among_the_states_that_ran() {
        Snapshot run = Traces.finished(lockedLane(20));
        Preemption preemption = Preemption.of(run);
        assertThat(preemption.byName(run)).containsOnly(state("parse", 15L), state("read", 5L));
        assertThat(preemption.isKnown()).isTrue();
        assertThat(preemption.words(run))
                .isEqualTo("20 ns, 20.0% of all lane time: parse 15 ns, read 5 ns");
    }

    private static Map.Entry<String, Long> state(String state, long nanos) {
        return Map.entry(state, nanos);
    }

    @Test
    void a_lane_that_waited_for_a_lock_is_not_charged_for_it() {
        Snapshot run = Traces.finished(lockedLane(90));
        assertThat(Preemption.of(run).nanos()).isEqualTo(40);
        assertThat(Preemption.of(run).byName(run)).doesNotContainKey("lock");
    }

    @Test
    void what_lies_under_stops_of_the_jvm_is_left_out() {
        Trace trace = lockedLane(90);
        trace.happened(List.of(new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", 80, 100)));
        Snapshot run = Traces.finished(trace);
        assertThat(Preemption.of(run).byName(run))
                .containsOnly(state("parse", 10L), state("read", 10L));
    }

    @Test
    void without_readings_nothing_is_known() {
        Snapshot run = Traces.of("parse@0 100");
        assertThat(Preemption.of(run).isKnown()).isFalse();
        assertThat(Preemption.of(run).nanos()).isZero();
        assertThat(Preemption.longest(run)).isEmpty();
    }

    @Test
    void the_span_that_waited_longest_is_found() {
        Snapshot run = Traces.finished(lockedLane(20));
        assertThat(Preemption.longest(run).orElseThrow().state()).isEqualTo(Traces.PARSE);
    }

    @Test
    void waking_up_late_is_not_charged_to_running_where_the_cpu_clock_speaks_against_it() {
        var trace = new Trace(Traces.info(1, 2), Traces.QUEUE);
        Lane lane = trace.lane(0);
        for (int turn = 0; turn < 10; turn++) {
            lane.append(turn * 100L, Traces.PARSE, 0, turn * 48L);
            lane.append(turn * 100L + 50, Traces.LOCK, 0, turn * 48L + 48);
        }
        lane.append(1000, Traces.IDLE, Lane.NO_ITEM, 480);
        Counter queue = trace.counter(CounterNames.runQueue(0));
        queue.append(0, 0);
        queue.append(1000, 300);
        trace.finish(1000);
        Snapshot run = Traces.finished(trace);
        assertThat(Preemption.of(run).nanos())
                .as("fifty ran for 48, ten times; the rest of the 300 is waking up")
                .isEqualTo(20);
        assertThat(Preemption.of(run).byName(run)).containsOnly(state("parse", 20L));
    }

    @Test
    void of_a_run_with_lanes_of_which_nothing_is_told_it_is_not_known() {
        var trace = new Trace(Traces.info(2, 1), Traces.PARSE);
        trace.lane(0).append(0, Traces.PARSE, 0, Lane.NOT_READ);
        trace.lane(1).append(0, Traces.PARSE, 0, Lane.NOT_READ);
        Counter queue = trace.counter(CounterNames.runQueue(0));
        queue.append(0, 0);
        queue.append(100, 40);
        trace.finish(100);
        Snapshot run = Traces.finished(trace);
        assertThat(Preemption.of(run).isKnownOfAll(run)).isFalse();
        Snapshot one = Traces.finished(lockedLane(20));
        SpeedUpStack stack = SpeedUpStack.of(run, one);
        assertThat(stack.isPreemptionKnown()).isFalse();
        assertThat(stack.share(StackPart.PREEMPTION).nanos())
                .as("neither what one lane told nor, below zero, what the other run did")
                .isZero();
        assertThat(stack.closes()).isTrue();
        assertThat(SpeedUpStack.of(one, one).isPreemptionKnown()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void it_never_exceeds_running_and_the_stack_closes(long seed) {
        var random = new Random(seed);
        Trace trace = Traces.randomTrace(seed, 3, 200);
        for (int lane = 0; lane < 3; lane++) {
            Counter queue = trace.counter(CounterNames.runQueue(lane));
            long at = 0;
            long waited = 0;
            for (int reading = 0; reading < 20; reading++) {
                queue.append(at, waited);
                at += random.nextInt(2_000);
                waited += random.nextInt(3_000);
            }
        }
        Snapshot run = Traces.finished(trace);
        Preemption preemption = Preemption.of(run);
        LaneTime time = LaneTime.of(run);
        for (int state = 0; state < preemption.byState().size(); state++) {
            assertThat(preemption.byState().get(state))
                    .isBetween(0L, Preemption.runs(run.state(state)) ? time.nanos(state) : 0L);
        }
        Trace quiet = Traces.randomTrace(seed + 1_000_000, 1, 100);
        Counter nothing = quiet.counter(CounterNames.runQueue(0));
        nothing.append(0, 0);
        nothing.append(1, 0);
        Snapshot one = Traces.finished(quiet);
        SpeedUpStack stack = SpeedUpStack.of(run, one);
        assertThat(stack.closes()).isTrue();
        assertThat(stack.share(StackPart.PREEMPTION).nanos()).isEqualTo(preemption.nanos());
    }
}
