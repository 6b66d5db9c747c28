package dev.lanescope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the bar above a run says when pages failed.
class NoticeTest {

    private static String told(int done, String... remarks) {
        return told(
                done,
                List.of(
                        new PageFailure("a.md", "read", 0, "a.md: read: it was not begun"),
                        new PageFailure("b.md", "parse", 0, "b.md: parse: it broke")),
                remarks);
    }

    private static String told(int done, List<PageFailure> failures, String... remarks) {
        var trace = new Trace(Traces.info(1, 4), 0);
        List.of(remarks).forEach(trace::remark);
        trace.finish(1);
        var result =
                new RunResult(
                        Traces.finished(trace),
                        done,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        failures,
                        List.of(),
                        false,
                        0,
                        "",
                        new RunResult.Phases(0, 0, 0, 0),
                        Path.of("out"));
        return Notice.ofFailures(result).orElseThrow().sentence();
    }

    @Test
    void what_is_made_of_pages_is_no_page() {
        var failure = new PageFailure("tags/x.html", "template", 0, "tags/x.html: template: no");
        assertThat(told(2, List.of(failure))).startsWith("1 file failed, all others came out. ");
    }

    @Test
    void the_first_failure_stands_for_all() {
        assertThat(told(2))
                .isEqualTo("2 pages failed, all others came out. a.md: read: it was not begun");
    }

    @Test
    void where_a_python_has_ended_that_is_the_reason() {
        String ended = "CPython 3.14.3 was ended by SIGKILL" + PythonModel.IS_LOST;
        assertThat(told(2, "something else", ended))
                .isEqualTo("2 pages failed, all others came out. " + ended);
    }

    @Test
    void where_nothing_came_out_nothing_else_is_said() {
        assertThat(told(0)).startsWith("2 pages failed, none came out. ");
    }
}
