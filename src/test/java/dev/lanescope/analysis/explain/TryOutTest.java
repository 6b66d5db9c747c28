package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// The command that tries a remedy out changes what it says and nothing else.
class TryOutTest {

    private static final Remedy BATCH = Remedy.knob("Send them one by one.", "batch", "1");

    private static RunInfo with(String options) {
        return Traces.info(2, 4).with(List.of(new Fact("Options", options)));
    }

    @Test
    void the_settings_of_the_run_stay() {
        RunInfo info =
                with("--model processes --workers 2 --batch 8 --read-latency 1.5ms --warm-up 1");
        assertThat(TryOut.command(info, BATCH, "my docs"))
                .hasValue(
                        "lanescope run 'my docs' --model processes --workers 2 --batch 1"
                                + " --read-latency 1.5ms --warm-up 1");
        assertThat(TryOut.command(info, Remedy.workers("More.", 8), "docs"))
                .hasValueSatisfying(command -> assertThat(command).contains("--workers 8 "));
    }

    @Test
    void an_advice_is_no_command() {
        assertThat(TryOut.command(with("--model gil"), Remedy.advice("Buy one."), "docs"))
                .isEmpty();
    }

    @Test
    void a_trace_that_does_not_tell_its_options_tells_model_and_workers() {
        RunInfo info = Traces.info(2, 4);
        assertThat(TryOut.command(info, BATCH, "docs"))
                .hasValue("lanescope run docs --model " + info.model() + " --workers 2 --batch 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model gil;rm",
                "--model gil --out /home",
                "--model gil --trace x",
                "--model $(id)",
                "model gil",
                "--model",
                "--model --force",
                "--base-url https://e.org/?a&b"
            })
    void nothing_of_a_strangers_trace_becomes_a_command(String options) {
        assertThat(TryOut.command(with(options), BATCH, "docs")).isEmpty();
    }

    @Test
    void a_folder_cannot_end_its_quotes() {
        assertThat(TryOut.command(with("--model gil"), BATCH, "a'; rm -r b\n"))
                .hasValue("lanescope run 'a'\\''; rm -r b?' --model gil --batch 1");
    }
}
