package dev.lanescope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class RunRecordTest {

    @Test
    void a_trace_that_was_cut_short_is_shown_as_one_that_goes_on_no_more() {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        Snapshot cut = trace.snapshot(() -> 700);
        assertThat(cut.finished()).isFalse();

        RunRecord record = RunRecord.opened(Path.of("run.lanescope.part"), cut);

        assertThat(record.trace().finished()).isTrue();
        assertThat(record.trace().endNanos()).isEqualTo(700);
    }
}
