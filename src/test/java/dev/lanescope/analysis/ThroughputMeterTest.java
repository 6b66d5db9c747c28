package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ThroughputMeterTest {

    @Test
    void an_item_is_finished_when_its_last_stage_ends() {
        var meter = ThroughputMeter.of(Traces.of("read@0 10, write@0 5, idle 5, read@1 10"));
        assertThat(meter.finished()).isEqualTo(1);
        assertThat(meter.pagesFinishedBy(14)).isZero();
        assertThat(meter.pagesFinishedBy(15)).isEqualTo(1);
    }

    @Test
    void an_item_that_writes_twice_is_finished_once() {
        var meter = ThroughputMeter.of(Traces.of("write@0 5, lock@0 5, write@0 7, idle 3"));
        assertThat(meter.finished()).isEqualTo(1);
        assertThat(meter.pagesFinishedBy(16)).isZero();
        assertThat(meter.pagesFinishedBy(17)).isEqualTo(1);
    }

    /// Its process died with what came of it, and another one, or the same lane, did it again.
    @Test
    void an_item_that_is_done_again_is_finished_once_and_the_last_time_counts() {
        var meter =
                ThroughputMeter.of(
                        Traces.of(
                                "read@0 10, write@0 40, idle 5, read@1 5, write@1 5, read@0 5",
                                "read@0 5, write@0 10, idle 15, write@0 5, write@1 30, idle 5"));
        assertThat(meter.finished()).isEqualTo(2);
        assertThat(meter.pagesFinished()).isEqualTo(2);
        assertThat(meter.pagesFinishedBy(49)).isZero();
        assertThat(meter.pagesFinishedBy(50)).isEqualTo(1);
        assertThat(meter.pagesFinishedBy(64)).isEqualTo(1);
        assertThat(meter.pagesFinishedBy(65)).isEqualTo(2);
    }

    @Test
    void the_span_at_the_live_edge_is_not_finished_but_the_last_of_a_finished_run_is() {
        var trace = new Trace(Traces.info(1, 2), Traces.STARTING);
        var meter = new ThroughputMeter(trace.info());
        trace.lane(0).append(10, Traces.WRITE, 0, Lane.NOT_READ);
        meter.read(trace.snapshot(() -> 20));
        assertThat(meter.finished()).isZero();

        trace.lane(0).append(30, Traces.WRITE, 1, Lane.NOT_READ);
        meter.read(trace.snapshot(() -> 35));
        assertThat(meter.finished()).isEqualTo(1);

        trace.finish(40);
        meter.read(Traces.finished(trace));
        meter.read(Traces.finished(trace));
        assertThat(meter.finished()).isEqualTo(2);
        assertThat(meter.pagesFinishedBy(39)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void reading_while_it_grows_gives_what_reading_at_the_end_gives(long seed) {
        Snapshot whole = Traces.random(seed);
        var random = new Random(seed);
        var growing = new Trace(whole.info(), whole.lanes().get(0).state(0));
        int[] next = new int[whole.lanes().size()];
        var meter = new ThroughputMeter(whole.info());
        for (long now = 0; now < whole.endNanos(); now += 1 + random.nextLong(whole.endNanos())) {
            for (LaneView lane : whole.lanes()) {
                copyUpTo(now, lane, growing.lane(lane.number()), next);
            }
            long clock = now;
            meter.read(growing.snapshot(() -> clock));
        }
        whole.lanes()
                .forEach(lane -> copyUpTo(Long.MAX_VALUE, lane, growing.lane(lane.number()), next));
        growing.finish(whole.endNanos());
        meter.read(Traces.finished(growing));

        var expected = ThroughputMeter.of(whole);
        assertThat(meter.finished()).isEqualTo(expected.finished());
        for (int i = 0; i <= 10; i++) {
            long moment = whole.endNanos() / 10 * i;
            assertThat(meter.pagesFinishedBy(moment)).isEqualTo(expected.pagesFinishedBy(moment));
        }
    }

    private static void copyUpTo(long now, LaneView from, Lane to, int[] next) {
        int number = from.number();
        for (; next[number] < from.size(); next[number]++) {
            int span = next[number];
            if (from.startNanos(span) > now) {
                return;
            }
            if (span > 0) {
                to.append(from.startNanos(span), from.state(span), from.item(span), Lane.NOT_READ);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void buckets_hold_every_page_and_cover_the_run(long seed) {
        Snapshot trace = Traces.random(seed);
        var meter = ThroughputMeter.of(trace);
        long width = Throughput.niceWidth(trace.endNanos(), 20);
        Throughput throughput = meter.throughput(width);
        int sum = IntStream.range(0, throughput.buckets()).map(throughput::count).sum();
        assertThat(sum).isEqualTo(meter.pagesFinished());
        assertThat(throughput.buckets()).isBetween(1, 20);
        assertThat(throughput.endNanos(throughput.buckets() - 1)).isEqualTo(trace.endNanos());
    }

    @Test
    void what_is_made_of_pages_is_finished_but_no_page() {
        var phases = List.of(new Phase("pages", 0), new Phase("generated", 2));
        Snapshot trace = Traces.inPhases(phases, "write@0 500, write@1 400, write@2 350");
        var meter = ThroughputMeter.of(trace);
        assertThat(meter.finished()).isEqualTo(3);
        assertThat(meter.pagesFinished()).isEqualTo(2);
        assertThat(meter.throughput(1000).count(1)).isZero();
    }

    @Test
    void the_rate_of_a_cut_bucket_counts_only_the_time_it_has() {
        Snapshot trace = Traces.of("write@0 500, write@1 400, write@2 350");
        Throughput throughput = ThroughputMeter.of(trace).throughput(1000);
        assertThat(throughput.isWhole(0)).isTrue();
        assertThat(throughput.rate(0)).isEqualTo(2e6);
        assertThat(throughput.isWhole(1)).isFalse();
        assertThat(throughput.rate(1)).isEqualTo(1 / 250e-9);
    }

    @Test
    void widths_are_nice() {
        assertThat(Throughput.niceWidth(452_000_000, 100)).isEqualTo(5_000_000);
        assertThat(Throughput.niceWidth(100, 100)).isEqualTo(1);
        assertThat(Throughput.niceWidth(0, 100)).isEqualTo(1);
        assertThat(Throughput.niceWidth(101, 100)).isEqualTo(2);
        assertThat(Throughput.niceWidth(2_001, 100)).isEqualTo(50);
    }
}
