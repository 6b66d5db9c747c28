package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a setting takes besides time is read from its traces, or said not to be known.
class UpkeepTest {

    private final Trace trace = new Trace(Traces.info(2, 4), Traces.STARTING);

    private Snapshot finished(Fact... facts) {
        trace.finish(1_000);
        return Traces.finished(trace).withFacts(List.of(facts));
    }

    private static Upkeep of(Snapshot run) {
        return Upkeep.of(new Contender(List.of(run)));
    }

    @Test
    void a_trace_that_tells_nothing_is_not_known() {
        Upkeep upkeep = of(finished());
        assertThat(upkeep.peakWords()).isEqualTo("not known");
        assertThat(upkeep.crossedWords()).isEqualTo("none");
        assertThat(upkeep.startWords()).isEqualTo("not known");
        assertThat(upkeep.failures()).isEqualTo(4);
    }

    @Test
    void the_peak_of_memory_is_a_fact() {
        Upkeep upkeep =
                of(finished(new Fact("Peak memory", "312 MB, of it 95 MB in 2 child processes")));
        assertThat(upkeep.peakBytes()).hasValue(312_000_000);
        assertThat(upkeep.childBytes()).hasValue(95_000_000);
        Upkeep alone = of(finished(new Fact("Peak memory", "312 MB")));
        assertThat(alone.peakBytes()).hasValue(312_000_000);
        assertThat(alone.childBytes()).isEmpty();
        assertThat(of(finished(new Fact("Peak memory", "lots"))).peakBytes()).isEmpty();
    }

    @Test
    void what_crossed_before_the_recording_does_not_count() {
        Counter sent = trace.counter("bytes sent");
        sent.append(0, 5_000);
        sent.append(10, 9_000);
        Counter received = trace.counter("bytes received");
        received.append(0, 0);
        received.append(10, 400);
        assertThat(of(finished()).crossedBytes()).hasValue(4_400 / 4.0);
    }

    @Test
    void a_lane_tells_when_its_worker_was_ready_and_a_fact_if_that_was_before() {
        trace.lane(0).append(300, Traces.QUEUE, -1, 0);
        trace.lane(1).append(400, Traces.QUEUE, -1, 0);
        assertThat(of(finished()).startNanos()).hasValue(300);
        Fact fact = new Fact("Worker start", "12.500 ms, before the recording");
        assertThat(of(finished(fact)).startNanos()).hasValue(12_500_000);
    }

    @Test
    void a_run_beside_busy_neighbours_is_disturbed() {
        var quiet = finished(new Fact("CPU used by others", "1.2 % of the machine's time"));
        var busy = finished(new Fact("CPU used by others", "31.0 % of the machine's time"));
        assertThat(Disturbance.which(new Contender(List.of(quiet, busy, quiet, busy))))
                .isEqualTo("2, 4");
        assertThat(Disturbance.which(new Contender(List.of(quiet)))).isEmpty();
        assertThat(Disturbance.words(new Contender(List.of(quiet, busy))))
                .isEqualTo("at most 31.0%, 1 of 2 runs disturbed: 2");
        assertThat(Disturbance.words(new Contender(List.of(finished())))).isEqualTo("not known");
        assertThat(Comparison.of(List.of(quiet, busy)).cautions())
                .anyMatch(caution -> caution.startsWith("During 1 of 2 runs other programs used"));
    }
}
