package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSummaryTest {

    private static final Snapshot ALONE =
            Traces.of("read@0 100, write@0 100, read@1 100, write@1 100");
    private static final Snapshot TOGETHER =
            Traces.of("queue 50, read@0 100, write@0 100", "queue 50, read@1 100, write@1 100");

    @Test
    void a_run_is_summed_up() {
        RunSummary run = RunSummary.of(TOGETHER);
        assertThat(run.wallNanos()).isEqualTo(250);
        assertThat(run.itemsFinished()).isEqualTo(2);
        assertThat(run.isComplete()).isTrue();
        assertThat(run.workNanos()).isEqualTo(400);
        assertThat(run.busyShare()).isEqualTo(0.8);
        assertThat(run.pagesPerSecond()).isCloseTo(8e6, within(1e-3));
        assertThat(run.bytesPerSecond()).isCloseTo(8e9, within(1.0));
        assertThat(run.cpuNanos()).isEmpty();
    }

    @Test
    void two_workers_are_faster_than_one() {
        SpeedUp speedUp = SpeedUp.of(RunSummary.of(TOGETHER), RunSummary.of(ALONE));
        assertThat(speedUp).isEqualTo(new SpeedUp.Known(1.6, 2));
        assertThat(((SpeedUp.Known) speedUp).efficiency()).isEqualTo(0.8);
    }

    @Test
    void runs_that_cannot_be_compared_say_why() {
        RunSummary alone = RunSummary.of(ALONE);
        RunSummary more = RunSummary.of(Traces.of("write@0 10, write@1 10, write@2 10"));
        assertThat(SpeedUp.of(more, alone))
                .isEqualTo(new SpeedUp.Unknown("The runs rendered different content."));
        RunSummary stopped = RunSummary.of(Traces.of("write@1 10, read@0 10"));
        assertThat(SpeedUp.of(stopped, alone))
                .isEqualTo(new SpeedUp.Unknown("One run finished 1 items, the other 2."));
        var running = new Trace(ALONE.info(), Traces.STARTING);
        assertThat(SpeedUp.of(RunSummary.of(running.snapshot(() -> 10)), alone))
                .isEqualTo(new SpeedUp.Unknown("One of the runs is not over yet."));
    }

    @Test
    void a_run_without_items_or_time_has_no_rates() {
        var trace = new Trace(Traces.info(1, 0), Traces.STARTING);
        trace.finish(0);
        RunSummary run = RunSummary.of(Traces.finished(trace));
        assertThat(run.pagesPerSecond()).isZero();
        assertThat(run.bytesPerSecond()).isZero();
        assertThat(SpeedUp.of(run, run)).isInstanceOf(SpeedUp.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 20, 33})
    void cpu_time_is_added_up_from_the_first_reading_to_the_last(int first) {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        int last = 150;
        for (int i = 1; i < 200; i++) {
            boolean read = i == first || i == last || (i > first && i < last && i % 3 == 0);
            trace.lane(0).append(i, Traces.READ, 0, read ? 1000 + i : Lane.NOT_READ);
        }
        trace.finish(300);
        assertThat(RunSummary.of(Traces.finished(trace)).cpuNanos()).hasValue(last - first);
    }
}
