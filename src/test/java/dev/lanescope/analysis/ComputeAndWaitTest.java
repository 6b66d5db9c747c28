package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

/// What one worker computed and what it waited, from its spans and its CPU clock.
class ComputeAndWaitTest {

    /// A lane that reads for 100 ns, parses for 200 and writes for 100.
    ///
    /// @param reading what the CPU clock says when it has read
    /// @param parsed when it has parsed
    /// @param wrote when it has written
    private static Snapshot run(long reading, long parsed, long wrote) {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        Lane lane = trace.lane(0);
        lane.append(0, Traces.READ, 0, 0);
        lane.append(100, Traces.PARSE, 0, reading);
        lane.append(300, Traces.WRITE, 0, parsed);
        lane.append(400, Traces.STARTING, Lane.NO_ITEM, wrote);
        trace.finish(400);
        return Traces.finished(trace);
    }

    @Test
    void reading_without_a_processor_is_waiting() {
        ComputeAndWait told = ComputeAndWait.of(run(10, 210, 220)).orElseThrow();
        assertThat(told.computeNanos()).isEqualTo(220);
        assertThat(told.waitNanos()).isEqualTo(180);
        assertThat(told.waitByCompute()).isCloseTo(180.0 / 220, within(1e-9));
    }

    @Test
    void reading_from_memory_is_computing() {
        assertThat(ComputeAndWait.of(run(100, 300, 400)).orElseThrow().waitNanos()).isZero();
    }

    @Test
    void a_processor_that_was_lost_while_parsing_is_no_wait() {
        ComputeAndWait told = ComputeAndWait.of(run(10, 11, 12)).orElseThrow();
        assertThat(told.waitNanos()).isEqualTo(200); // all reading and writing, and no more
    }

    @Test
    void several_lanes_or_no_clock_tell_nothing() {
        assertThat(ComputeAndWait.of(Traces.of("read@0 100, write@0 100"))).isEmpty();
        assertThat(ComputeAndWait.of(Traces.of("read@0 100", "write@0 100"))).isEmpty();
    }
}
