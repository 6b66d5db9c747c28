package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class StretchStatisticsTest {

    private static final Snapshot SMALL =
            Traces.of(
                    "starting 5, read@0 10, parse@0 20, write@0 5, idle 10",
                    "queue 20, read@1 10, lock@1 5, parse@1 10, write@1 5");

    /// Some lanes of a trace from one random moment to another.
    static Stretch someOf(Snapshot trace, long seed) {
        var random = new Random(seed);
        List<Integer> lanes =
                IntStream.range(0, trace.lanes().size())
                        .filter(_ -> random.nextInt(3) > 0)
                        .boxed()
                        .toList();
        double end = trace.endNanos() + 1.0;
        return Stretch.between(random.nextDouble(end), random.nextDouble(end), lanes);
    }

    @Test
    void totals_count_what_lies_inside_and_durations_the_whole_span() {
        var figures = StretchStatistics.of(SMALL, new Stretch(10, 22, List.of(0, 1)));
        assertThat(figures.rows())
                .extracting(StretchStatistics.Row::state)
                .containsExactly(Traces.READ, Traces.PARSE, Traces.QUEUE);
        var read = figures.rows().getFirst();
        assertThat(read.insideNanos()).isEqualTo(5 + 2);
        assertThat(read.spans().count()).isEqualTo(2);
        assertThat(read.spans().totalNanos()).isEqualTo(20);
        assertThat(read.share()).isEqualTo(7 / 24.0);
        assertThat(figures.spans()).isEqualTo(4);
    }

    @Test
    void only_the_lanes_asked_for_count() {
        var figures = StretchStatistics.of(SMALL, new Stretch(0, 50, List.of(1)));
        assertThat(figures.rows())
                .extracting(StretchStatistics.Row::state)
                .doesNotContain(Traces.IDLE);
        assertThat(figures.insideNanos()).isEqualTo(50);
    }

    @Test
    void a_stretch_without_time_or_lanes_or_beside_the_run_has_no_figures() {
        for (var empty :
                List.of(
                        new Stretch(20, 20, List.of(0, 1)),
                        new Stretch(0, 50, List.of()),
                        new Stretch(50, 90, List.of(0, 1)),
                        new Stretch(0, 50, List.of(7)))) {
            assertThat(StretchStatistics.of(SMALL, empty).rows()).isEmpty();
            assertThat(StretchSpans.count(SMALL, empty)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void over_the_whole_trace_the_figures_are_those_of_the_account(long seed) {
        Snapshot trace = Traces.random(seed);
        LaneTime time = LaneTime.of(trace);
        var figures = StretchStatistics.of(trace, Stretch.of(trace));
        assertThat(figures.insideNanos()).isEqualTo(time.accounted());
        assertThat(figures.spans()).isEqualTo(trace.spans());
        for (var row : figures.rows()) {
            assertThat(row.insideNanos()).isEqualTo(time.nanos(row.state()));
            assertThat(row.insideNanos()).isEqualTo(row.spans().totalNanos());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void any_stretch_agrees_with_looking_at_every_span(long seed) {
        Snapshot trace = Traces.random(seed);
        Stretch stretch = someOf(trace, seed);
        var figures = StretchStatistics.of(trace, stretch);
        assertThat(figures.insideNanos())
                .isEqualTo(
                        stretch.lanes().size()
                                * (Math.min(stretch.endNanos(), trace.endNanos())
                                        - stretch.startNanos()));
        for (int state = 0; state < Traces.STATES.size(); state++) {
            List<Long> durations = naive(trace, stretch, state);
            int code = state;
            var row = figures.rows().stream().filter(its -> its.state() == code).findFirst();
            assertThat(row.isPresent()).isEqualTo(!durations.isEmpty());
            row.ifPresent(its -> {
                assertThat(its.spans().count()).isEqualTo(durations.size());
                assertThat(its.spans().p50Nanos()).isEqualTo(percentile(durations, 50));
                assertThat(its.spans().p90Nanos()).isEqualTo(percentile(durations, 90));
                assertThat(its.spans().p99Nanos()).isEqualTo(percentile(durations, 99));
                assertThat(its.spans().maxNanos()).isEqualTo(durations.getLast());
            });
        }
        assertThat(StretchSpans.count(trace, stretch)).isEqualTo(figures.spans());
    }

    private static List<Long> naive(Snapshot trace, Stretch stretch, int state) {
        List<Long> durations = new ArrayList<>();
        for (int number : stretch.lanes()) {
            LaneView lane = trace.lanes().get(number);
            for (int span = 0; span < lane.size(); span++) {
                long start = lane.startNanos(span);
                long end = lane.endNanos(span);
                boolean reaches = end > stretch.startNanos() || start >= stretch.startNanos();
                if (stretch.nanos() > 0
                        && start < stretch.endNanos()
                        && reaches
                        && stretch.startNanos() < trace.endNanos()
                        && lane.state(span) == state) {
                    durations.add(end - start);
                }
            }
        }
        Collections.sort(durations);
        return durations;
    }

    /// The smallest duration that at least so many percent do not exceed, by trying.
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.stream()
                .filter(limit ->
                        100 * sorted.stream().filter(nanos -> nanos <= limit).count()
                                >= (long) percent * sorted.size())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_standing_of_a_span_is_the_percentile_that_it_is(long seed) {
        Snapshot trace = Traces.random(seed);
        LaneView lane = trace.lanes().getFirst();
        int span = new Random(seed).nextInt(lane.size());
        long nanos = lane.endNanos(span) - lane.startNanos(span);
        int state = lane.state(span);
        int standing = SpanStatistics.standing(trace, state, nanos);
        List<Long> durations = naive(trace, Stretch.of(trace), state);
        assertThat(standing).isBetween(1, 100);
        assertThat(percentile(durations, standing)).isGreaterThanOrEqualTo(nanos);
        if (standing > 1) {
            assertThat(percentile(durations, standing - 1)).isLessThanOrEqualTo(nanos);
        }
        assertThat(SpanStatistics.standing(trace, state, -1)).isZero();
    }
}
