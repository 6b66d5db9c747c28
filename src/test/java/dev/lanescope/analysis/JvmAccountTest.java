package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;

/// What stops cost is the exact overlap of two lists of times.
class JvmAccountTest {

    private static JvmEvent event(JvmEvent.Kind kind, long start, long end) {
        return new JvmEvent(kind, "x", start, end);
    }

    private static Snapshot with(Snapshot trace, List<JvmEvent> events) {
        return new Snapshot(
                trace.info(),
                trace.lanes(),
                trace.counters(),
                trace.remarks(),
                events,
                trace.notes(),
                trace.endNanos(),
                trace.finished());
    }

    @Test
    void only_work_that_lay_under_a_stop_was_standing_still() {
        var trace =
                with(
                        Traces.of("queue 10, parse@0 20", "parse@1 30"),
                        List.of(
                                event(JvmEvent.Kind.COLLECTION, 5, 15),
                                event(JvmEvent.Kind.COMPILATION, 0, 30),
                                event(JvmEvent.Kind.SAFEPOINT, 28, 30)));
        JvmAccount account = JvmAccount.of(trace);
        assertThat(account.stoppedWork()).containsExactly(5L + 2, 10L + 2);
        assertThat(account.stoppedWorkNanos()).isEqualTo(19);
        assertThat(account.stoppedNanos()).isEqualTo(12);
        assertThat(account.stoppedLaneNanos()).isEqualTo(24);
        assertThat(account.stoppedShare()).isEqualTo(0.4);
        assertThat(account.collections()).isEqualTo(new JvmAccount.Sum(1, 10));
        assertThat(account.otherStops()).isEqualTo(new JvmAccount.Sum(1, 2));
        assertThat(account.compilations()).isEqualTo(new JvmAccount.Sum(1, 30));
    }

    @Test
    void a_run_that_nobody_watched_stood_still_for_nothing() {
        JvmAccount account = JvmAccount.of(Traces.of("parse@0 30"));
        assertThat(account.isEmpty()).isTrue();
        assertThat(account.stoppedShare()).isZero();
        assertThat(account.stoppedWorkNanos()).isZero();
    }

    @Test
    void it_is_told_in_one_line() {
        var trace =
                with(
                        Traces.of("parse@0 30000000"),
                        List.of(event(JvmEvent.Kind.COLLECTION, 0, 12_400_000)));
        assertThat(JvmAccount.of(trace).words())
                .startsWith("collections 1, 12.4")
                .contains("other stops 0", "compilations 0");
    }

    /// The same by the definition: every work span with every stretch in which all stood still.
    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_overlap_is_that_of_every_span_with_every_stop(long seed) {
        var random = new Random(seed);
        Snapshot bare = Traces.random(seed);
        int end = Math.clamp(bare.endNanos(), 1, Integer.MAX_VALUE);
        Snapshot trace =
                with(
                        bare,
                        IntervalsTest.events(random, random.nextInt(30), end).stream()
                                .filter(event -> event.endNanos() <= bare.endNanos())
                                .toList());
        Intervals stops = Intervals.ofStops(trace.jvm());
        JvmAccount account = JvmAccount.of(trace);
        for (LaneView lane : trace.lanes()) {
            long overlap = 0;
            for (int span = 0; span < lane.size(); span++) {
                if (trace.state(lane.state(span)).kind().isWork()) {
                    overlap += stops.nanosWithin(lane.startNanos(span), lane.endNanos(span));
                }
            }
            assertThat(account.stoppedWork().get(lane.number())).isEqualTo(overlap);
        }
        assertThat(account.stoppedWorkNanos()).isLessThanOrEqualTo(account.stoppedLaneNanos());
    }
}
