package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Other tools' traces in the terminal.
class OpenCommandTest {

    @TempDir Path place;
    private Path trace;

    @BeforeEach
    void writeTrace() throws IOException {
        trace =
                Files.writeString(
                        place.resolve("app.json"),
                        """
                        {"traceEvents": [
                          {"ph": "X", "name": "load", "ts": 0, "dur": 9000, "pid": 1, "tid": 1},
                          {"ph": "X", "name": "\\u001b[31mparse", "ts": 1000, "dur": 6000, "pid": 1, "tid": 1},
                          {"ph": "X", "name": "late", "ts": 1000, "dur": -6, "pid": 1, "tid": 1},
                          {"ph": "C", "name": "heap", "ts": 1000, "pid": 1, "args": {"used": 5}}
                        ]}
                        """);
    }

    @Test
    void another_tools_trace_is_told_by_lanes_and_names_and_not_by_pages() {
        Answer answer = Answer.to("open", trace);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("app.json", "Chrome trace, 328 B", "9.000 ms", "1 lane, 4 spans")
                .contains("1 counter", "load", "33.3%", "parse", "66.7%")
                .contains("1 slice with a negative duration was left out (event 3).")
                .contains("accounted: the states add up to 1 lane x 9.000 ms, to the nanosecond")
                .doesNotContain("page", "worker", "cold", "\u001b");
    }

    @Test
    void without_a_display_a_trace_is_told_in_the_terminal() {
        Answer answer = Answer.insteadOfWindow(trace);
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("No display found", "Chrome trace", "accounted: ");
        assertThat(Answer.insteadOfWindow("open", trace, "--window").out())
                .contains("Chrome trace", "accounted: ");
    }

    @Test
    void a_broken_trace_is_refused_in_one_sentence() throws IOException {
        Files.writeString(trace, "{\"traceEvents\": [{\"ph\": \"X\"");
        Answer answer = Answer.to("open", trace);
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.errLines())
                .containsExactly("lanescope: " + trace + " was cut short: it ends inside event 1");
        assertThat(answer.out()).isEmpty();
    }
}
