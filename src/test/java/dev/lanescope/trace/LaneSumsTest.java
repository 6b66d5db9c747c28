package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.concurrent.FutureTask;

/// Sums over a lane, however they are found, are what one gets by looking at every span.
@Execution(ExecutionMode.CONCURRENT)
class LaneSumsTest {

    private static final int STATES = Traces.STATES.size();

    /// What is found by looking at every span.
    private record Plain(LaneView lane, int first, int end) {

        long nanos(int state) {
            long sum = 0;
            for (int span = first; span < end; span++) {
                sum += lane.state(span) == state ? length(span) : 0;
            }
            return sum;
        }

        long itemNanos() {
            long sum = 0;
            for (int span = first; span < end; span++) {
                sum += lane.item(span) == Lane.NO_ITEM ? 0 : length(span);
            }
            return sum;
        }

        int itemChanges() {
            int count = 0;
            for (int span = first; span < end; span++) {
                int before = span == 0 ? Lane.NO_ITEM : lane.item(span - 1);
                count += lane.item(span) == before ? 0 : 1;
            }
            return count;
        }

        int longest() {
            int best = first;
            for (int span = first; span < end; span++) {
                best = length(span) > length(best) ? span : best;
            }
            return best;
        }

        private long length(int span) {
            return lane.endNanos(span) - lane.startNanos(span);
        }
    }

    private static Snapshot big(long seed) {
        return Traces.random(seed, 2, 1 + new Random(seed).nextInt(6000));
    }

    private static void assertSums(LaneView lane, int first, int end) {
        var plain = new Plain(lane, first, end);
        var sums = new SpanSums();
        long[] nanos = new long[STATES + 1];
        sums.begin(nanos, 1);
        lane.add(first, end, sums);
        for (int state = 0; state < STATES; state++) {
            assertThat(nanos[1 + state]).isEqualTo(plain.nanos(state));
        }
        assertThat(sums.itemNanos()).isEqualTo(plain.itemNanos());
        assertThat(sums.itemChanges()).isEqualTo(plain.itemChanges());
        if (first < end) {
            assertThat(lane.longest(first, end)).isEqualTo(plain.longest());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void sums_over_spans_are_what_the_spans_add_up_to(long seed) {
        var random = new Random(seed);
        for (LaneView lane : big(seed).lanes()) {
            assertSums(lane, 0, lane.size());
            for (int round = 0; round < 30; round++) {
                int one = random.nextInt(lane.size() + 1);
                int other = random.nextInt(lane.size() + 1);
                assertSums(lane, Math.min(one, other), Math.max(one, other));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void time_between_two_moments_is_exact_to_the_nanosecond(long seed) {
        Snapshot trace = big(seed);
        var random = new Random(seed);
        for (LaneView lane : trace.lanes()) {
            for (int round = 0; round < 30; round++) {
                long from = random.nextLong(-5, trace.endNanos() + 5);
                long to = random.nextLong(-5, trace.endNanos() + 5);
                long[] nanos = new long[STATES];
                lane.add(from, to, nanos);
                long[] expected = new long[STATES];
                for (int span = 0; span < lane.size(); span++) {
                    long end = Math.min(lane.endNanos(span), to);
                    long inside = end - Math.max(lane.startNanos(span), from);
                    expected[lane.state(span)] += Math.max(0, inside);
                }
                assertThat(nanos).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_first_span_from_a_moment_on_is_found_from_anywhere_before_it(long seed) {
        var random = new Random(seed);
        LaneView lane = big(seed).lanes().getFirst();
        for (int round = 0; round < 50; round++) {
            long moment = random.nextLong(-5, lane.endNanos() + 5);
            int from = random.nextInt(lane.size() + 1);
            int expected = from;
            while (expected < lane.size() && lane.startNanos(expected) < moment) {
                expected++;
            }
            assertThat(lane.firstFrom(moment, from)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void sums_kept_while_a_lane_grew_are_those_of_the_whole_lane(long seed) {
        var random = new Random(seed);
        LaneView whole = big(seed).lanes().getFirst();
        var trace = new Trace(Traces.info(1, whole.size()), whole.state(0));
        Lane grown = trace.lane(0);
        for (int span = 1; span < whole.size(); span++) {
            grown.append(whole.startNanos(span), whole.state(span), whole.item(span), 0);
            if (random.nextInt(200) == 0) {
                LaneView now =
                        trace.snapshot(() -> grown.startNanos(grown.size() - 1) + 7)
                                .lanes()
                                .getFirst();
                int first = random.nextInt(now.size());
                assertSums(now, first, first + random.nextInt(now.size() - first + 1));
            }
        }
        trace.finish(whole.endNanos());
        assertSums(Traces.finished(trace).lanes().getFirst(), 0, whole.size());
    }

    @Test
    void a_sum_over_millions_of_spans_looks_at_few_of_them() {
        LaneView lane = Traces.random(3, 1, 1_000_000).lanes().getFirst();
        var sums = new SpanSums();
        long[] nanos = new long[STATES];
        for (int first = 0; first < 3000; first += 7) {
            sums.begin(nanos, 0);
            long before = sums.visited();
            lane.add(first, lane.size() - 3 * first, sums);
            // a chunk at either end, and what no page holds yet
            assertThat(sums.visited() - before).isLessThan(2L * SumPage.CHUNK + SumPage.SPANS);
        }
    }

    /// Two readers sum up while the writer appends: spans of 3 ns, every other one work.
    @Test
    void a_lane_can_be_summed_up_while_it_is_written() throws Exception {
        int transitions = 1_000_000;
        var trace = new Trace(Traces.info(1, 100), Traces.IDLE);
        Lane lane = trace.lane(0);
        var one = new FutureTask<>(() -> sumUntil(trace, transitions));
        var other = new FutureTask<>(() -> sumUntil(trace, transitions));
        Thread.ofPlatform().start(one);
        Thread.ofPlatform().start(other);
        for (int number = 1; number <= transitions; number++) {
            boolean works = number % 2 == 1;
            lane.append(
                    number * 3L,
                    works ? Traces.PARSE : Traces.IDLE,
                    works ? number % 100 : Lane.NO_ITEM,
                    Lane.NOT_READ);
        }
        assertThat(one.get()).isEqualTo(3L * transitions / 2);
        assertThat(other.get()).isEqualTo(3L * transitions / 2);
    }

    private static long sumUntil(Trace trace, int transitions) {
        var sums = new SpanSums();
        while (true) {
            LaneView now = trace.snapshot(() -> Long.MAX_VALUE).lanes().getFirst();
            int spans = now.size() - 1;
            long[] nanos = new long[STATES];
            sums.begin(nanos, 0);
            now.add(0, spans, sums);
            long work = 3L * (spans / 2);
            if (nanos[Traces.PARSE] != work
                    || sums.itemNanos() != work
                    || nanos[Traces.IDLE] != 3L * spans - work) {
                throw new AssertionError(spans + " spans add up to " + sums.itemNanos());
            }
            if (spans == transitions) {
                return sums.itemNanos();
            }
        }
    }
}
