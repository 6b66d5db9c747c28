package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lanes are called what people would call them.
class LaneTitleTest {

    @ParameterizedTest
    @CsvSource({
        "fixed-pool-2, Worker 2",
        "fixed-pool-loop, loop",
        "fixed-pool-front-matter-1, front matter 1",
        "process 2 (pid 4711), process 2",
        "process 2 (pid 4711) thread 1, process 2 thread 1",
        "ForkJoinPool-1-worker-1, Worker 2"
    })
    void a_lane_is_called_by_what_follows_the_model(String thread, String title) {
        var trace = new Trace(Traces.info(2, 0), 0);
        trace.lane(1).rename(thread);
        trace.finish(1);
        var snapshot = Traces.finished(trace);
        assertThat(LaneTitle.of(snapshot.info(), snapshot.lanes().get(1))).isEqualTo(title);
    }
}
