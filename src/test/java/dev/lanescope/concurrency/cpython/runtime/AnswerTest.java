package dev.lanescope.concurrency.cpython.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/// What executables say of themselves, and how it is remembered.
class AnswerTest {

    private static final String SAID =
            """
            {"lanescope": 1, "implementation": "CPython", "version": "3.14.3", "gil": true, \
            "freeThreaded": false, "venv": "/a=b", "flags": {"told": true, "level": "-O2", \
            "compiler": "GCC 12\\t2\\n0"}, "places": ["/one", "/two, or so"]}\
            """;

    @Test
    void what_was_said_is_remembered_on_one_plain_line_and_read_back_without_json()
            throws Exception {
        Answer answer = Answer.ofJson(SAID);
        assertThat(answer.line()).doesNotContain("\t", "\n", "{", "\"");
        Answer remembered = Answer.ofLine(answer.line()).orElseThrow();
        assertThat(remembered).isEqualTo(answer);
        assertThat(remembered.text("venv")).isEqualTo("/a=b");
        assertThat(remembered.text("never said")).isEmpty();
        assertThat(remembered.is("gil")).isTrue();
        assertThat(remembered.is("freeThreaded")).isFalse();
        assertThat(remembered.folders()).containsExactly(Path.of("/one"), Path.of("/two, or so"));
        assertThat(BuildFlags.read(remembered).words())
                .isEqualTo("no PGO named, no LTO named, -O2, GCC 12?2?0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "[]", "3", "{\"lanescope\": 2}", "{\"version\": \"3.14\"}"})
    void what_nobody_asked_is_refused(String printed) {
        assertThatThrownBy(() -> Answer.ofJson(printed)).hasMessageContaining("printed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lanescope", "{\"lanescope\": 1}", "version=3.14.3", "=="})
    void a_line_of_somebody_else_is_none_of_ours(String line) {
        assertThat(Answer.ofLine(line)).isEmpty();
    }
}
