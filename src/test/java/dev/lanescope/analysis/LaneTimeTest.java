package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;

class LaneTimeTest {

    private static final Snapshot SMALL =
            Traces.of(
                    "starting 5, read@0 10, parse@0 20, write@0 5, idle 10",
                    "queue 20, read@1 10, lock@1 5, parse@1 10, write@1 5");

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_account_closes(long seed) {
        Snapshot trace = Traces.random(seed);
        LaneTime time = LaneTime.of(trace);
        assertThat(time.accounted()).isEqualTo(trace.lanes().size() * trace.endNanos());
        assertThat(time.closes()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_account_of_any_window_closes_and_neighbouring_windows_add_up(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        long cut = random.nextLong(trace.endNanos() + 1);
        LaneTime before = LaneTime.of(trace, 0, cut);
        LaneTime after = LaneTime.of(trace, cut, Long.MAX_VALUE);
        LaneTime whole = LaneTime.of(trace);
        assertThat(before.closes()).isTrue();
        assertThat(after.closes()).isTrue();
        for (int state = 0; state < Traces.STATES.size(); state++) {
            assertThat(before.nanos(state) + after.nanos(state)).isEqualTo(whole.nanos(state));
        }
    }

    @Test
    void time_is_told_by_lane_state_and_kind() {
        LaneTime time = LaneTime.of(SMALL);
        assertThat(time.windowNanos()).isEqualTo(50);
        assertThat(time.nanos(0, Traces.PARSE)).isEqualTo(20);
        assertThat(time.nanos(Traces.PARSE)).isEqualTo(30);
        assertThat(time.nanos(State.Kind.WORK)).isEqualTo(60);
        assertThat(time.share(Traces.PARSE)).isCloseTo(0.3, within(1e-12));
        assertThat(time.busyShare(0)).isCloseTo(0.7, within(1e-12));
        assertThat(time.busyShare()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void spans_are_cut_at_the_edges_of_the_window() {
        LaneTime time = LaneTime.of(SMALL, 10, 22);
        assertThat(time.nanos(0, Traces.READ)).isEqualTo(5);
        assertThat(time.nanos(0, Traces.PARSE)).isEqualTo(7);
        assertThat(time.nanos(1, Traces.QUEUE)).isEqualTo(10);
        assertThat(time.accounted()).isEqualTo(24);
    }

    @Test
    void a_window_beside_the_run_is_empty() {
        LaneTime time = LaneTime.of(SMALL, 70, 90);
        assertThat(time.due()).isZero();
        assertThat(time.busyShare()).isZero();
        assertThat(time.closes()).isTrue();
    }

    @Test
    void a_recorder_that_went_back_in_time_is_found_out() {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        trace.lane(0).append(30, Traces.READ, 0, Lane.NOT_READ);
        trace.lane(0).append(20, Traces.PARSE, 0, Lane.NOT_READ);
        trace.finish(25);
        assertThat(LaneTime.of(Traces.finished(trace)).closes()).isFalse();
    }
}
