package dev.lanescope.concurrency.cpython.runtime;

import static dev.lanescope.concurrency.cpython.runtime.ScriptedPythons.says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whom `--runtime` means, and what is said where it means nobody.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
class RuntimeByNameTest {

    @TempDir Path temp;

    private Path python(String name, String does) throws Exception {
        return scripted().python(name, does);
    }

    private ScriptedPythons scripted() {
        return new ScriptedPythons(temp);
    }

    private Runtimes runtimes() {
        return scripted().runtimes();
    }

    @Test
    void another_one_of_a_version_that_is_there_does_not_pass_for_it() throws Exception {
        python("python3.12", says("CPython", "3.12.4", false, true));
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path other =
                Files.copy(scripted().bin().resolve("python3.12"), elsewhere.resolve("python3.12"));
        assertThat(other.toFile().setExecutable(true)).isTrue();
        assertThat(runtimes().named("3.12.4").id()).isEqualTo("3.12.4");
        assertThat(runtimes().named(scripted().bin().resolve("python3.12").toString()).id())
                .isEqualTo("3.12.4");
        assertThat(runtimes().named(other.toString()).id()).isEqualTo("3.12.4 (" + other + ")");
    }

    /// One that can be switched, by the variables that a real one follows.
    private Path switchable(String name) throws Exception {
        return python(
                name,
                """
                gil=false; jit=false
                [ "$PYTHON_GIL" = 1 ] && gil=true
                [ "$PYTHON_JIT" = 1 ] && jit=true
                echo '{"lanescope": 1, "implementation": "CPython", "version": "3.15.0",' \
                    '"freeThreaded": true, "gil": '$gil', "jitAvailable": true,' \
                    '"jitEnabled": '$jit'}'
                """);
    }

    @Test
    void a_path_may_say_how_the_binary_is_to_be_run() throws Exception {
        Path file = Files.move(switchable("moved"), temp.resolve("python"));
        for (String way : List.of("+gil", "+jit", "+gil+jit")) {
            PythonRuntime runtime = runtimes().named(file + way);
            assertThat(runtime.id()).isEqualTo("3.15.0t" + way);
            assertThat(runtime.gil()).isEqualTo(way.contains("gil"));
            assertThat(runtime.jitEnabled()).isEqualTo(way.contains("jit"));
            assertThat(runtime.executable()).isEqualTo(file);
            assertThat(runtime.switches()).isEqualTo(way);
        }
        PythonRuntime usual = runtimes().named(file + "+nogil+nojit");
        assertThat(usual.id()).isEqualTo("3.15.0t");
        assertThat(usual.environment()).isEmpty();
    }

    @Test
    void a_name_may_say_it_too_in_ways_that_no_table_lists() throws Exception {
        switchable("python3");
        assertThat(runtimes().named("3.15.0t+gil").gil()).isTrue();
        assertThat(runtimes().named("3.15.0t+gil+jit").build())
                .isEqualTo("free-threaded build, GIL on, JIT on");
    }

    @Test
    void a_binary_that_cannot_be_run_that_way_is_refused_in_a_sentence() throws Exception {
        Path plain = python("python3.12", says("CPython", "3.12.4", false, true));
        assertThat(runtimes().named(plain + "+gil").id()).isEqualTo("3.12.4");
        assertThatThrownBy(() -> runtimes().named(plain + "+nogil"))
                .hasMessage(
                        plain
                                + " is CPython 3.12.4, which was built with the GIL: it cannot go"
                                + " without it");
        assertThatThrownBy(() -> runtimes().named(plain + "+jit"))
                .hasMessage(plain + " is CPython 3.12.4, which was built without a JIT");
        Path stubborn = python("python3.14t", says("CPython", "3.14.2", true, false));
        assertThatThrownBy(() -> runtimes().named(stubborn + "+gil"))
                .hasMessage(stubborn + " does not follow PYTHON_GIL=1");
        assertThatThrownBy(() -> runtimes().named("3.99+jit"))
                .hasMessageContaining("there is no runtime '3.99'");
    }

    @Test
    void a_program_whose_name_ends_like_a_switch_is_that_program() throws Exception {
        Path odd = python("python+jit", says("CPython", "3.12.4", false, true));
        assertThat(runtimes().named(odd.toString()).executable()).isEqualTo(odd);
    }

    @Test
    void a_name_that_nobody_has_is_refused_with_those_that_there_are() throws Exception {
        python("python3", says("CPython", "3.12.4", false, true));
        assertThatThrownBy(() -> runtimes().named("3.99"))
                .hasMessageContaining("there is no runtime '3.99'; there are")
                .hasMessageContaining("3.12.4");
        assertThatThrownBy(() -> runtimes().named("3.12.4+free"))
                .hasMessageStartingWith("there is no runtime '3.12.4+free'; there are 3.12.4")
                .hasMessageEndingWith("behind a name may stand +gil, +nogil, +jit and +nojit");
    }

    @Test
    void one_that_is_too_old_is_not_offered() throws Exception {
        python("python3", says("CPython", "3.8.18", false, true));
        assertThatThrownBy(() -> runtimes().named("3.99"))
                .hasMessageNotContaining("3.8.18")
                .hasMessageStartingWith("there is no runtime '3.99'; ");
    }

    @ParameterizedTest
    @CsvSource({"3.12, 3.12.11", "3.14, 3.14.1", "3.14t, 3.14.2t", "3.14t+gil, 3.14.2t+gil"})
    void a_minor_version_means_the_newest_of_it(String name, String means) throws Exception {
        python("python3.12", says("CPython", "3.12.4", false, true));
        python("python3", says("CPython", "3.12.11", false, true));
        python("python3.14", says("CPython", "3.14.1", false, true));
        python(
                "python3.14t",
                "gil=false; [ \"$PYTHON_GIL\" = 1 ] && gil=true\n"
                        + says("CPython", "3.14.2", true, true)
                                .replace("\"gil\": true", "\"gil\": '$gil'"));
        assertThat(runtimes().named(name).id()).isEqualTo(means);
    }

    @Test
    void the_folder_of_a_python_or_of_a_virtual_environment_means_the_program_in_it()
            throws Exception {
        Path home = temp.resolve("home of it");
        Files.createDirectories(home.resolve("bin"));
        Path program =
                Files.move(
                        python("moved", says("CPython", "3.12.4", false, true)),
                        home.resolve("bin/python"));
        assertThat(runtimes().named(home.toString()).executable()).isEqualTo(program);
        assertThat(runtimes().named(home.resolve("bin").toString()).executable())
                .isEqualTo(program);
        assertThat(runtimes().named(home + "+gil").executable()).isEqualTo(program);
    }

    @Test
    void a_link_to_one_that_is_known_means_that_one() throws Exception {
        Path real = python("python3.12", says("CPython", "3.12.4", false, true));
        Path home = temp.resolve("link");
        Files.createDirectories(home.resolve("bin"));
        Files.createSymbolicLink(home.resolve("bin/python3"), real);
        assertThat(runtimes().named(home.toString()).id()).isEqualTo("3.12.4");
        assertThat(runtimes().named(home.resolve("bin/python3").toString()).id())
                .isEqualTo("3.12.4");
    }

    @Test
    void a_folder_a_file_or_a_path_that_is_no_python_is_told_for_what_it_is() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("empty"));
        assertThatThrownBy(() -> runtimes().named(folder.toString()))
                .hasMessage(
                        folder + " is a folder without a Python in it; name the program itself");
        Path file = Files.writeString(temp.resolve("notes.txt"), "no program");
        assertThatThrownBy(() -> runtimes().named(file.toString()))
                .hasMessage(
                        file
                                + " is no program that can be started; name the program of a"
                                + " Python");
        for (String way : List.of("", "+gil")) {
            assertThatThrownBy(() -> runtimes().named(temp.resolve("gone/python") + way))
                    .hasMessage(
                            temp.resolve("gone/python")
                                    + " does not exist; name the program of a Python, or one that"
                                    + " `doctor` lists");
        }
    }

    @Test
    void switches_that_contradict_each_other_are_named() throws Exception {
        switchable("python3");
        assertThatThrownBy(() -> runtimes().named("3.15.0t+gil+nogil"))
                .hasMessage(
                        "'3.15.0t+gil+nogil' asks for +gil and for +nogil, which contradict each"
                                + " other; leave one out");
        assertThatThrownBy(() -> runtimes().named("3.15.0t+nojit+gil+jit"))
                .hasMessageContaining("+jit and for +nojit, which contradict each other");
        assertThat(runtimes().named("3.15.0t+gil+gil").id()).isEqualTo("3.15.0t+gil");
    }

    @Test
    void one_that_is_too_old_is_refused() throws Exception {
        Path old = python("python3", says("CPython", "3.8.18", false, true));
        assertThatThrownBy(() -> runtimes().named(old.toString()))
                .hasMessageEndingWith("is Python 3.8.18, which is too old: 3.9 or newer is needed");
    }
}
