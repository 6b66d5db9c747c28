package dev.lanescope.concurrency.cpython.runtime;

import static dev.lanescope.concurrency.cpython.runtime.ScriptedPythons.says;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Which CPythons are found, by which names, and in which ways they can be run.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
class RuntimesTest {

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

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void as_many_are_found_as_there_are_the_newest_first(int pythons) throws Exception {
        for (int minor = 10; minor < 10 + pythons; minor++) {
            python("python3." + minor, says("CPython", "3." + minor + ".4", false, true));
        }
        assertThat(found())
                .extracting(PythonRuntime::version)
                .containsExactlyElementsOf(
                        List.of("3.12.4", "3.11.4", "3.10.4").subList(3 - pythons, 3));
        assertThat(runtimes().remarks(runtimes().find()))
                .anySatisfy(remark -> assertThat(remark).startsWith("No free-threaded Python"))
                .contains("No Python with a JIT was found.");
    }

    @Test
    void a_python_is_found_once_by_its_real_file_and_asked_once() throws Exception {
        Path real = python("python3.12", says("CPython", "3.12.4", false, true));
        Files.createSymbolicLink(scripted().bin().resolve("python3"), real);
        assertThat(found())
                .singleElement()
                .satisfies(runtime -> {
                    assertThat(runtime.version()).isEqualTo("3.12.4");
                    assertThat(runtime.libraries()).containsExactly("mistune");
                    assertThat(runtime.build()).isEqualTo("GIL, no JIT");
                    assertThat(runtime.flags()).isEqualTo(BuildFlags.UNTOLD);
                });
        assertThat(found()).hasSize(1);
        assertThat(temp.resolve("asked")).content().isEqualTo("asked\n");
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

    @Test
    void one_that_has_changed_is_asked_again() throws Exception {
        python("python3", says("CPython", "3.12.4", false, true));
        assertThat(found()).hasSize(1);
        python("python3", says("CPython", "3.12.11", false, true));
        assertThat(found()).extracting(PythonRuntime::version).containsExactly("3.12.11");
    }

    @Test
    void a_free_threaded_build_is_two_runtimes() throws Exception {
        python(
                "python3.14t",
                "if [ \"$PYTHON_GIL\" = 1 ]; then "
                        + says("CPython", "3.14.2", true, true)
                        + "; else "
                        + says("CPython", "3.14.2", true, false)
                        + "; fi");
        assertThat(found())
                .extracting(PythonRuntime::id, PythonRuntime::build)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "3.14.2t", "free-threaded, no GIL, no JIT"),
                        org.assertj.core.groups.Tuple.tuple(
                                "3.14.2t+gil", "free-threaded build, GIL on, no JIT"));
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
    void one_that_does_not_answer_is_killed_and_left_out() throws Exception {
        python("python3", "exec sleep 1000");
        assertThat(whyNot()).isEqualTo("did not answer within 3 s");
    }

    @Test
    void what_is_no_cpython_is_left_out_and_why_is_said() throws Exception {
        python("python3", says("PyPy", "3.10.14", false, true));
        assertThat(whyNot()).isEqualTo("is PyPy, not CPython");
        python("python3", "echo hello");
        assertThat(whyNot()).isEqualTo("printed something else than it was asked: 'hello'");
        python("python3", "exit 0");
        assertThat(whyNot()).isEqualTo("printed nothing when it was asked what it is");
        python("python3", "exit 7");
        assertThat(whyNot()).isEqualTo("ended with exit code 7");
        python("python3", "echo 'a line'; echo 'No module named encodings' >&2; exit 1");
        assertThat(whyNot())
                .isEqualTo("ended with exit code 1, saying 'No module named encodings'");
        Files.writeString(python("python3", ""), "#!/nowhere/python\n");
        assertThat(whyNot()).startsWith("cannot be started: ");
    }

    @Test
    void one_whose_libraries_have_changed_is_asked_again() throws Exception {
        Path libraries = Files.createDirectories(temp.resolve("site-packages"));
        String answer =
                says("CPython", "3.12.4", false, true)
                        .replace("}'", ", \"places\": [\"" + libraries + "\"]}'");
        python("python3", answer);
        assertThat(found()).hasSize(1);
        assertThat(found()).hasSize(1);
        assertThat(temp.resolve("asked")).content().isEqualTo("asked\n");
        Files.setLastModifiedTime(libraries, FileTime.fromMillis(1));
        assertThat(found()).hasSize(1);
        assertThat(temp.resolve("asked")).content().isEqualTo("asked\nasked\n");
    }

    @Test
    void where_the_one_that_comes_along_cannot_be_unpacked_an_installed_one_is_taken()
            throws Exception {
        python("python3", says("CPython", "3.12.4", false, true));
        Files.writeString(Files.createDirectories(temp.resolve("cache")).resolve("python"), "");
        Runtimes.Best best = runtimes().best();
        assertThat(best.runtime().version()).isEqualTo("3.12.4");
        assumeTrue(runtimes().bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        assertThat(best.why())
                .startsWith(
                        "The Python that comes along cannot be used, so CPython 3.12.4 is taken,"
                                + " the newest that is installed: ")
                .contains("cannot be unpacked into");
        assertThatThrownBy(() -> runtimes().named(Runtimes.COMES_ALONG))
                .hasMessageContaining("cannot be unpacked into");
    }

    @Test
    void what_was_left_by_somebody_who_was_killed_while_unpacking_is_deleted() throws Exception {
        var bundled = new ComesAlong(temp.resolve("cache"));
        assumeTrue(bundled.isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        Path left = Files.createDirectories(temp.resolve("cache/.cpython-123/bin"));
        Files.writeString(left.resolve("python3.14"), "half of it");
        bundled.unpack();
        assertThat(left.getParent()).doesNotExist();
    }

    @Test
    void where_nothing_can_be_written_the_reason_is_told_in_a_sentence() throws Exception {
        Path cache = temp.resolve("cache");
        assertThat(new UnwritableCache("it cannot go into", cache, new AccessDeniedException("x")))
                .hasMessage(
                        "it cannot go into "
                                + cache
                                + ": this user may not write there; mend that, or set"
                                + " LANESCOPE_CACHE to another folder");
        assertThat(new UnwritableCache("it cannot go into", cache, new IOException("No space")))
                .hasMessageContaining(": No space; mend that");
    }

    @Test
    void nothing_of_the_users_reaches_what_is_asked() {
        var environment = new java.util.HashMap<>(Map.of("PYTHONSTARTUP", "x", "PATH", "y"));
        Surroundings.clear(environment);
        assertThat(environment).containsOnlyKeys("PATH");
    }

    @Test
    void a_name_that_nobody_has_is_refused_with_those_that_there_are() throws Exception {
        python("python3", says("CPython", "3.12.4", false, true));
        assertThatThrownBy(() -> runtimes().named("3.99"))
                .hasMessageContaining("there is no runtime '3.99'; there are")
                .hasMessageContaining("3.12.4");
    }

    @Test
    void one_that_is_too_old_is_refused() throws Exception {
        Path old = python("python3", says("CPython", "3.8.18", false, true));
        assertThatThrownBy(() -> runtimes().named(old.toString()))
                .hasMessageEndingWith("is Python 3.8.18, which is too old: 3.9 or newer is needed");
    }

    @Test
    void the_one_that_comes_along_is_unpacked_and_is_what_it_should_be() throws Exception {
        Path cache = Path.of("target", "pythons").toAbsolutePath();
        var runtimes = new Runtimes(cache);
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        PythonRuntime runtime = runtimes.unpacked();
        assertThat(runtime.id()).isEqualTo(Runtimes.COMES_ALONG);
        assertThat(runtime.version()).isEqualTo(ComesAlong.VERSION);
        assertThat(runtime.gil()).isTrue();
        assertThat(runtime.interpreterPool()).isTrue();
        assertThat(runtimes.find().runtimes()).extracting(PythonRuntime::id).contains("bundled");
    }

    @Test
    void one_that_was_changed_after_it_was_unpacked_is_unpacked_anew() throws Exception {
        var bundled = new ComesAlong(temp.resolve("cache"));
        assumeTrue(bundled.isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        Path executable = bundled.unpack();
        long size = Files.size(executable);
        Files.writeString(executable, "#!/bin/sh\n");
        assertThat(bundled.unpacked()).isEmpty();
        assertThat(Files.size(bundled.unpack())).isEqualTo(size);
        Files.delete(executable.resolve("../../lib/python3.14/json/decoder.py").normalize());
        assertThat(bundled.unpacked()).isEmpty();
        assertThat(executablesOfThoseWhoUnpackAtOnce()).hasSize(1);
        assertThat(bundled.unpacked()).contains(executable);
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            assertThat(files.filter(file -> file.toString().contains(".cpython-"))).isEmpty();
        }
    }

    /// What each of them saw at the place of the executable.
    private Set<Object> executablesOfThoseWhoUnpackAtOnce() throws Exception {
        Callable<Object> unpack =
                () -> {
                    Path executable = new ComesAlong(temp.resolve("cache")).unpack();
                    return Files.readAttributes(executable, BasicFileAttributes.class).fileKey();
                };
        Set<Object> seen = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Object> each : threads.invokeAll(List.of(unpack, unpack, unpack))) {
                seen.add(each.get());
            }
        }
        return seen;
    }

    @Test
    void platforms_are_called_as_their_jars() {
        assertThat(ComesAlong.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(ComesAlong.platform("Mac OS X", "aarch64")).isEqualTo("macosx-arm64");
        assertThat(ComesAlong.platform("Mac OS X", "x86_64")).isEqualTo("macosx-x86_64");
        assertThat(ComesAlong.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
    }
}
