package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.recording.RunException;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class TroubleTest {

    @Test
    void a_full_disk_ends_the_run_and_a_refused_folder_keeps_it_from_beginning() {
        var full = new RunAborted("The disk is full.", new IOException());
        assertThat(Trouble.of(new RunException("The disk is full.", true, full)))
                .isEqualTo(new Trouble("The disk is full.", ExitCode.GIVEN_UP));
        assertThat(Trouble.of(new RunException("Not ours.", false, full)).code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void what_nobody_expected_is_still_one_line() {
        Trouble trouble = Trouble.of(new IllegalStateException("first\nsecond"));
        assertThat(trouble.sentence()).contains("first", "lanescope.debug").doesNotContain("\n");
        assertThat(trouble.code()).isEqualTo(ExitCode.GIVEN_UP);
    }

    @Test
    void memory_that_is_too_small_can_be_mended() {
        assertThat(Trouble.of(new OutOfMemoryError()).sentence()).contains("-Xmx");
    }
}
