package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class SpanStatisticsTest {

    @Test
    void percentiles_are_durations_that_occurred() {
        String lane =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(length -> "parse@0 " + length * 10 + ", queue 1")
                        .collect(Collectors.joining(", "));
        SpanStatistics parse = SpanStatistics.of(Traces.of(lane), Traces.PARSE);
        assertThat(parse.count()).isEqualTo(10);
        assertThat(parse.totalNanos()).isEqualTo(550);
        assertThat(parse.minNanos()).isEqualTo(10);
        assertThat(parse.meanNanos()).isEqualTo(55);
        assertThat(parse.p50Nanos()).isEqualTo(50);
        assertThat(parse.p90Nanos()).isEqualTo(90);
        assertThat(parse.p99Nanos()).isEqualTo(100);
        assertThat(parse.maxNanos()).isEqualTo(100);
    }

    @Test
    void a_state_that_never_occurred_has_no_figures() {
        SpanStatistics lock = SpanStatistics.of(Traces.of("parse@0 10"), Traces.LOCK);
        assertThat(lock.count()).isZero();
        assertThat(lock.meanNanos()).isZero();
        assertThat(lock.p99Nanos()).isZero();
        assertThat(lock.histogram().bins()).isZero();
        assertThat(lock.histogram().mostInABin()).isZero();
        assertThat(lock.histogram().binOf(10)).isEqualTo(-1);
    }

    @Test
    void spans_that_touch_the_window_count_whole() {
        Snapshot trace = Traces.of("parse@0 10, queue 5, parse@1 20, queue 5, parse@2 40");
        SpanStatistics parse = SpanStatistics.of(trace, Traces.PARSE, 30, 41);
        assertThat(parse.count()).isEqualTo(2);
        assertThat(parse.totalNanos()).isEqualTo(60);
        assertThat(SpanStatistics.of(trace, Traces.PARSE, 35, 40).count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void statistics_agree_with_the_account(long seed) {
        Snapshot trace = Traces.random(seed);
        LaneTime time = LaneTime.of(trace);
        for (int state = 0; state < Traces.STATES.size(); state++) {
            SpanStatistics figures = SpanStatistics.of(trace, state);
            assertThat(figures.totalNanos()).isEqualTo(time.nanos(state));
            assertThat(figures.minNanos()).isLessThanOrEqualTo(figures.p50Nanos());
            assertThat(figures.p50Nanos()).isLessThanOrEqualTo(figures.p90Nanos());
            assertThat(figures.p90Nanos()).isLessThanOrEqualTo(figures.p99Nanos());
            assertThat(figures.p99Nanos()).isLessThanOrEqualTo(figures.maxNanos());
            DurationHistogram bins = figures.histogram();
            assertThat(IntStream.range(0, bins.bins()).mapToLong(bins::count).sum())
                    .isEqualTo(figures.count());
        }
    }

    @Test
    void bins_lie_side_by_side_and_know_their_durations() {
        long[] durations = LongStream.of(0, 1, 9, 10, 11, 999, 1000, Long.MAX_VALUE).toArray();
        DurationHistogram bins = DurationHistogram.of(durations);
        for (int bin = 0; bin + 1 < bins.bins(); bin++) {
            assertThat(bins.toNanos(bin)).isEqualTo(bins.fromNanos(bin + 1));
            assertThat(bins.fromNanos(bin)).isLessThan(bins.toNanos(bin));
        }
        for (long nanos : durations) {
            int bin = bins.binOf(nanos);
            assertThat(bins.count(bin)).isPositive();
            assertThat(nanos).isBetween(bins.fromNanos(bin), bins.toNanos(bin));
        }
        assertThat(bins.binOf(999)).isNotEqualTo(bins.binOf(1000));
        assertThat(bins.fromNanos(bins.binOf(1000))).isEqualTo(1000);
    }

    @Test
    void a_duration_outside_of_what_was_counted_has_no_bin() {
        DurationHistogram bins = DurationHistogram.of(new long[] {100, 200});
        assertThat(bins.binOf(50)).isEqualTo(-1);
        assertThat(bins.binOf(500)).isEqualTo(-1);
        assertThat(bins.binOf(-1)).isEqualTo(-1);
    }
}
