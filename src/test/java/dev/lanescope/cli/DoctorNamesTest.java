package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// `lanescope doctor --names`: what each CPython has, as it says itself.
class DoctorNamesTest {

    private static final String POOL = "concurrent.futures.InterpreterPoolExecutor";

    private final Runtimes runtimes = new Runtimes(Workspace.root());

    @BeforeEach
    void unpack() throws Exception {
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        assertThat(runtimes.unpacked().interpreterPool()).isTrue();
    }

    @Test
    void each_is_asked_for_the_names_that_books_use_and_for_those_that_there_are() {
        Answer answer = Answer.to("doctor", "--names", "--json");
        assertThat(answer.code()).isZero();
        JsonNode said = JsonMapper.shared().readTree(answer.out());
        JsonNode bundled = said.path(Runtimes.COMES_ALONG).path("has");
        assertThat(bundled.path("concurrent.interpreters.create_queue").asBoolean()).isTrue();
        assertThat(bundled.path(POOL).asBoolean()).isTrue();
        assertThat(bundled.path(POOL + "(max_workers)").asBoolean()).isTrue();
        for (String call : List.of("create", "run_string", "run_func", "destroy", "list_all")) {
            assertThat(bundled.path("_interpreters." + call).asBoolean()).as(call).isTrue();
        }
        for (String imagined :
                List.of(
                        "interpreters",
                        "interpreters.Queue",
                        "_interpreters.channel",
                        POOL + "(max_interpreters)")) {
            assertThat(bundled.path(imagined).asBoolean(true)).as(imagined).isFalse();
        }
        for (PythonRuntime runtime : runtimes.find().runtimes()) {
            if (runtime.environment().isEmpty()) {
                JsonNode has = said.path(runtime.id()).path("has");
                assertThat(has.path(POOL).asBoolean())
                        .as(runtime.id())
                        .isEqualTo(runtime.interpreterPool());
            }
        }
    }

    @Test
    void the_table_has_a_column_for_each() {
        Answer answer = Answer.to("doctor", "--names");
        assertThat(answer.out()).contains("concurrent.interpreters", "multiprocessing starts by");
        assertThat(answer.out().lines().findFirst())
                .hasValueSatisfying(head -> assertThat(head).contains(Runtimes.COMES_ALONG));
    }
}
