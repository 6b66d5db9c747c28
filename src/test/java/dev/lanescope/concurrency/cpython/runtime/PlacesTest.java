package dev.lanescope.concurrency.cpython.runtime;

import static dev.lanescope.concurrency.cpython.runtime.ScriptedPythons.says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where Pythons are looked for, and what is remembered of those that cannot be used.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
class PlacesTest {

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

    private List<PythonRuntime> found() {
        return runtimes().find().runtimes();
    }

    private String whyNot() {
        return scripted().whyNot();
    }

    @Test
    void a_virtual_environment_whose_python_is_gone_is_left_out_with_the_reason() throws Exception {
        Path venv = Files.createDirectories(temp.resolve("shop"));
        Files.writeString(venv.resolve("pyvenv.cfg"), "home = /gone\n");
        Path bin = Files.createDirectories(venv.resolve("bin"));
        Path gone = temp.resolve("gone/python3.11");
        Path link = Files.createSymbolicLink(bin.resolve("python3"), gone);
        Files.createSymbolicLink(bin.resolve("python"), link);
        var environment = Map.of("PATH", bin.toString());
        var places = new Places(environment, temp.resolve("home"), temp.resolve("root"), "Linux");
        var runtimes = new Runtimes(places, temp.resolve("cache"));
        assertThat(runtimes.find().refused())
                .singleElement()
                .isEqualTo(
                        new Runtimes.Refused(
                                link, "leads to " + gone + ", which is not there any more"));
        assertThatThrownBy(() -> runtimes.named(link.toString()))
                .hasMessage(link + " leads to " + gone + ", which is not there any more");
    }

    @Test
    void one_that_failed_is_asked_again_when_it_changes_or_somebody_says_so() throws Exception {
        Path file = python("python3", "exit 7");
        assertThat(whyNot()).isEqualTo("ended with exit code 7");
        String asked = Files.readString(temp.resolve("asked"));
        assertThat(whyNot()).isEqualTo("ended with exit code 7");
        assertThat(temp.resolve("asked")).as("it was not started").content().isEqualTo(asked);
        assertThat(runtimes().remarks(runtimes().find()))
                .last()
                .asString()
                .contains("Try again", "doctor --again");
        runtimes().tryAgain();
        assertThat(whyNot()).isEqualTo("ended with exit code 7");
        assertThat(temp.resolve("asked")).content().isNotEqualTo(asked);
        assertThatThrownBy(() -> runtimes().named(file.toString()))
                .as("whoever names it wants it asked")
                .hasMessageEndingWith("ended with exit code 7");
        python("python3", says("CPython", "3.12.4", false, true));
        assertThat(found()).hasSize(1);
    }

    @Test
    void one_so_old_that_it_does_not_understand_the_question_is_called_too_old() throws Exception {
        python(
                "python",
                "if [ \"$1\" = -E ]; then printf 2.7.18; else echo 'Unknown option: -I' >&2; exit 2;"
                        + " fi");
        assertThat(whyNot())
                .isEqualTo("is Python 2.7.18, which is too old: 3.9 or newer is needed");
    }

    /// It is a link to another Python, and has libraries of its own.
    @Test
    void a_virtual_environment_is_a_runtime_of_its_own() throws Exception {
        Path real = python("python3.12", says("CPython", "3.12.4", false, true));
        Path prefix = temp.resolve("project/.venv");
        Path inside = Files.createDirectories(prefix.resolve("bin"));
        Files.writeString(prefix.resolve("pyvenv.cfg"), "home = " + scripted().bin() + "\n");
        Files.createSymbolicLink(inside.resolve("python3"), real);
        Files.createSymbolicLink(inside.resolve("python"), inside.resolve("python3"));
        var environment =
                Map.of("PATH", scripted().bin().toString(), "VIRTUAL_ENV", prefix.toString());
        var places = new Places(environment, temp.resolve("home"), temp, "Linux");
        assertThat(places.candidates())
                .containsExactly(real.toRealPath(), inside.resolve("python3"));
        assertThat(Probe.venv(prefix.toString())).isEqualTo("-venv-project");
        assertThat(Probe.venv("/envs/my, book")).isEqualTo("-venv-my__book");
        assertThat(Probe.venv("")).isEmpty();
    }

    @Test
    void the_libraries_of_a_virtual_environment_are_seen() throws Exception {
        var runtimes = new Runtimes(Path.of("target", "pythons").toAbsolutePath());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        PythonRuntime base = runtimes.unpacked();
        Path prefix = temp.resolve("shop");
        Process made =
                new ProcessBuilder(
                                base.executable().toString(),
                                "-I",
                                "-m",
                                "venv",
                                "--without-pip",
                                "--symlinks",
                                prefix.toString())
                        .inheritIO()
                        .start();
        assertThat(made.waitFor()).isZero();
        Path library = prefix.resolve("lib/python3.14/site-packages/mistune");
        Files.writeString(Files.createDirectories(library).resolve("__init__.py"), "");
        PythonRuntime inside = runtimes.at(prefix.resolve("bin/python")).getFirst();
        assertThat(inside.id()).isEqualTo(base.version() + "-venv-shop");
        assertThat(inside.libraries()).containsExactly("mistune");
        assertThat(base.libraries()).doesNotContain("mistune");
    }

    @Test
    void one_that_was_added_is_found_from_then_on_until_it_is_removed() throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path file =
                Files.move(
                        python("python3", says("CPython", "3.12.4", false, true)),
                        elsewhere.resolve("python3"));
        assertThat(found()).isEmpty();
        assertThat(runtimes().add(file)).hasSize(1);
        assertThat(found()).extracting(PythonRuntime::executable).containsExactly(file);
        assertThat(runtimes().added()).containsExactly(file);
        Files.delete(file);
        assertThat(whyNot()).isEqualTo("was added, and is no program any more");
        runtimes().remove(file);
        assertThat(runtimes().find().refused()).isEmpty();
    }

    @Test
    void pyenv_may_lie_elsewhere_and_the_launcher_of_windows_is_asked() throws Exception {
        Path versions = Files.createDirectories(temp.resolve("pyenv/versions/3.12.4/bin"));
        Path file =
                Files.move(
                        python("python3", says("CPython", "3.12.4", false, true)),
                        versions.resolve("python3"));
        var environment = Map.of("PATH", "", "PYENV_ROOT", temp.resolve("pyenv").toString());
        var home = temp.resolve("home");
        assertThat(new Places(environment, home, temp, "Linux").candidates())
                .containsExactly(file.toRealPath());
        assertThat(new Places(Map.of(), home, temp, "Windows 11", () -> List.of(file)).candidates())
                .containsExactly(file.toRealPath());
    }

    @Test
    void the_stub_of_macos_is_not_started() throws Exception {
        Path real = python("stub", "exit 1");
        Path system = Files.createDirectories(temp.resolve("usr/bin"));
        Path stub = Files.move(real, system.resolve("python3"));
        Files.createSymbolicLink(scripted().bin().resolve("python3"), stub);
        var environment = Map.of("PATH", scripted().bin().toString());
        var linux = new Places(environment, temp.resolve("home"), temp, "Linux");
        var mac = new Places(environment, temp.resolve("home"), temp, "Mac OS X");
        assertThat(linux.candidates()).containsExactly(stub.toRealPath());
        assertThat(mac.candidates()).isEmpty();
    }
}
