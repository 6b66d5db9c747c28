package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What else differs is told before any figure, with its values.
class UnlikeTest {

    private static RunInfo python(String version, String build, String renderer) {
        return python("CPython " + version, version, build, renderer);
    }

    private static RunInfo python(String setting, String version, String build, String renderer) {
        RunInfo usual = Traces.info(2, 2);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Runtime", "CPython " + version));
        if (!build.isEmpty()) {
            facts.add(new Fact("CPython's build", build));
        }
        facts.add(new Fact("CPython's renderer", renderer));
        return new RunInfo(
                "python-threads",
                "ThreadPoolExecutor",
                2,
                setting,
                usual.content(),
                usual.contentBytes(),
                usual.started(),
                0,
                usual.states(),
                usual.items(),
                usual.phases(),
                facts);
    }

    private static List<String> between(RunInfo... runs) {
        return new Unlike(List.of(runs)).sentences();
    }

    @Test
    void runs_of_one_interpreter_differ_in_nothing_else() {
        RunInfo one = python("3.14.0", "PGO, -O3", "mistune");
        assertThat(between(one, one)).isEmpty();
    }

    @Test
    void an_older_trace_that_does_not_name_its_interpreter_is_one_of_cpython_too() {
        RunInfo unchosen = python("", "3.14.0", "PGO, -O3", "mistune");

        assertThat(unchosen.python()).isEmpty();
        assertThat(between(Traces.info(2, 2), unchosen))
                .first()
                .asString()
                .startsWith("Some ran on CPython and others on the JVM");
    }

    @Test
    void interpreters_their_flags_and_their_libraries_are_named() {
        assertThat(
                        between(
                                python("3.14.0", "PGO, -O3", "mistune"),
                                python("3.14.0t", "no PGO named, -O2", "own")))
                .containsExactly(
                        "They rendered with different Markdown libraries: mistune; own.",
                        "They ran on different interpreters: CPython 3.14.0; CPython 3.14.0t.",
                        "Their interpreters were built in different ways: PGO, -O3; no PGO named,"
                                + " -O2.");
    }

    @Test
    void flags_that_are_the_same_are_said_to_be_and_those_that_are_not_known_too() {
        RunInfo one = python("3.14.0", "PGO, -O3", "own");
        assertThat(between(one, python("3.14.1", "PGO, -O3", "own")))
                .endsWith("Their interpreters name the same build flags: PGO, -O3.");
        assertThat(between(one, python("3.14.1", "", "own")))
                .endsWith("It is not known of all interpreters how they were built.");
    }

    @Test
    void of_many_interpreters_the_first_are_named() {
        assertThat(
                        between(
                                python("3.10.0", "", "own"),
                                python("3.11.0", "", "own"),
                                python("3.12.0", "", "own"),
                                python("3.13.0", "", "own")))
                .first()
                .asString()
                .endsWith("CPython 3.12.0; and 1 more.");
    }

    @Test
    void python_beside_the_jvm_is_another_language_with_another_library() {
        assertThat(between(python("3.14.0", "", "own"), Traces.info(2, 2)))
                .singleElement()
                .asString()
                .startsWith("Some ran on CPython and others on the JVM");
    }
}
