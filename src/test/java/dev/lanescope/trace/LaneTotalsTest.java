package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Random;

class LaneTotalsTest {

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void between_two_moments_lies_what_the_spans_between_them_add_up_to(long seed) {
        var random = new Random(seed);
        Snapshot trace = Traces.random(seed, 1, 1 + random.nextInt(400));
        LaneView lane = trace.lanes().getFirst();
        LaneTotals totals = lane.totals().orElseThrow();
        int last = totals.nearest(trace.endNanos());
        assertThat(totals.nanos(last)).isEqualTo(trace.endNanos());
        for (int round = 0; round < 30; round++) {
            int from = random.nextInt(last + 1);
            int to = from + random.nextInt(last + 1 - from);
            assertThat(between(totals, from, to))
                    .isEqualTo(visited(lane, totals.nanos(from), totals.nanos(to)));
            assertThat(totals.spanBefore(to)).isEqualTo(lane.firstFrom(totals.nanos(to), 0) - 1);
        }
    }

    /// Times of the states, then that of items.
    private static long[] between(LaneTotals totals, int from, int to) {
        long[] nanos = new long[Traces.STATES.size() + 1];
        Arrays.fill(nanos, -1);
        totals.states(from, to, nanos, 0, nanos.length);
        nanos[nanos.length - 1] = totals.itemNanos(from, to);
        return nanos;
    }

    private static long[] visited(LaneView lane, long from, long to) {
        long[] nanos = new long[Traces.STATES.size() + 1];
        for (int span = 0; span < lane.size(); span++) {
            long inside = Math.min(lane.endNanos(span), to) - Math.max(lane.startNanos(span), from);
            if (inside > 0) {
                nanos[lane.state(span)] += inside;
                nanos[nanos.length - 1] += lane.item(span) == Lane.NO_ITEM ? 0 : inside;
            }
        }
        return nanos;
    }

    @Test
    void hours_between_two_moments_are_kept_to_the_nanosecond() {
        long hours = 7_200_000_000_007L;
        LaneView lane =
                Traces.of("read@0 " + hours + ", write@0 1, read@1 " + hours + ", idle 5")
                        .lanes()
                        .getFirst();
        LaneTotals totals = lane.totals().orElseThrow();
        int last = totals.nearest(lane.endNanos());
        long[] nanos = between(totals, 0, last);
        assertThat(nanos[Traces.READ]).isEqualTo(2 * hours);
        assertThat(nanos[Traces.WRITE]).isEqualTo(1);
        assertThat(totals.itemChanges(0, last)).isEqualTo(3);
    }

    @Test
    void a_run_that_goes_on_has_none() {
        var trace = new Trace(Traces.info(1, 2), Traces.STARTING);
        assertThat(trace.snapshot(() -> 20).lanes().getFirst().totals()).isEmpty();
    }
}
