package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/// Studies of executors of a real CPython from the terminal.
@ResourceLock(Children.OF_THIS_JVM)
class PythonStudiesTest {

    @TempDir Path place;

    @BeforeEach
    void aPython() throws Exception {
        var runtimes = new Runtimes(Workspace.root());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
    }

    private Answer compare(Object... more) {
        return Studies.of(place, "compare", more);
    }

    @Test
    void pages_that_a_python_never_came_to_are_told_in_one_line() {
        Answer answer =
                Studies.of(
                        place,
                        "run",
                        "--model",
                        "python-sequential",
                        "--runtime",
                        "bundled",
                        "--fault",
                        "halt@page-0.md");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches(
                        "\\d+ pages were never begun: CPython 3.14.3 ended with exit code 3; what it"
                                + " had not done is lost.");
    }

    @Test
    void a_run_says_in_text_which_python_it_was_how_it_was_built_and_what_rendered() {
        Answer answer =
                Studies.of(place, "run", "--model", "python-threads", "--runtime", "bundled");
        assertThat(answer.out())
                .contains(
                        "CPython 3.14.3 (bundled), GIL, no JIT; Markdown by a small renderer of our own\n")
                .containsPattern("\nBuilt with: .*GCC.*\n");
        assertThat(Studies.of(place, "run").out()).doesNotContain("CPython", "Built with");
    }

    @Test
    void a_run_says_the_same_in_json_by_the_keys_that_doctor_has() {
        Answer answer =
                Studies.of(
                        place,
                        "run",
                        "--model",
                        "python-sequential",
                        "--runtime",
                        "bundled",
                        "--json");
        JsonNode python = JsonMapper.shared().readTree(answer.out()).at("/python");
        assertThat(python.propertyNames()).containsExactly("runtime", "gil", "renderer");
        assertThat(python.at("/gil").booleanValue()).isTrue();
        assertThat(python.at("/renderer").stringValue()).isEqualTo("own");
        JsonNode listed =
                JsonMapper.shared()
                        .readTree(Answer.to("doctor", "--json").out())
                        .at("/runtimes")
                        .valueStream()
                        .filter(each -> each.at("/comesAlong").booleanValue())
                        .findFirst()
                        .orElseThrow();
        assertThat(python.at("/runtime")).isEqualTo(listed);
    }

    @Test
    void executors_are_held_against_the_sequential_one_of_the_same_python() {
        Answer answer =
                compare(
                        "--models",
                        "python-threads,python-asyncio",
                        "--runtime",
                        "bundled",
                        "--workers",
                        2,
                        "--repeats",
                        1,
                        "--read-latency",
                        "2ms",
                        "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode said = JsonMapper.shared().readTree(answer.out());
        assertThat(said.at("/objections")).isEmpty();
        assertThat(said.at("/settings").valueStream().map(each -> each.at("/model").stringValue()))
                .containsExactly("python-sequential", "python-threads", "python-asyncio");
        assertThat(
                        said.at("/settings")
                                .valueStream()
                                .map(each -> each.at("/setting").stringValue()))
                .allMatch(words -> words.contains("CPython bundled") && words.contains("2 ms"));
    }

    @Test
    void beside_a_model_of_the_jvm_there_is_no_verdict() {
        Answer answer =
                compare(
                        "--models",
                        "fixed-pool,python-threads",
                        "--runtime",
                        "bundled",
                        "--workers",
                        2,
                        "--repeats",
                        1);
        assertThat(answer.out())
                .contains("NO VERDICT: The runs did not write the same bytes.")
                .doesNotContain("faster than");
    }

    @Test
    void a_runtime_without_a_python_is_refused() {
        Answer answer = compare("--models", "fixed-pool", "--runtime", "bundled");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err())
                .contains("--runtime is for models of Python that name none themselves");
    }

    @Test
    void a_switch_that_the_binary_does_not_have_is_refused_in_one_line() {
        Answer answer =
                Studies.of(place, "run", "--model", "python-threads", "--runtime", "bundled+nogil");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err().strip())
                .endsWith("which was built with the GIL: it cannot go without it.")
                .hasLineCount(1);
    }

    @Test
    void a_study_from_a_file_waits_as_long_as_it_did_there() {
        Path bundle = place.resolve("study.zip");
        Answer answer =
                compare(
                        "--models",
                        "fixed-pool",
                        "--workers",
                        2,
                        "--repeats",
                        1,
                        "--cold",
                        "--write-latency",
                        "3ms",
                        "--bundle",
                        bundle);
        assertThat(answer.code()).as(answer.err()).isZero();
        Answer again = compare("--again", bundle, "--json");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("3 ms");
    }
}
