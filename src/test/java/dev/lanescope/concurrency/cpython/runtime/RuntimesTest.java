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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while :; do echo nonsense and more nonsense; done",
                "while :; do echo nonsense and more nonsense >&2; done",
                "trap '' PIPE; while :; do echo nonsense; done",
                "head -c 20000 /dev/zero | tr '\\0' x"
            })
    void one_that_prints_far_more_than_it_was_asked_is_ended_and_told_by_that(String does)
            throws Exception {
        python("python3", does);
        assertThat(whyNot())
                .isEqualTo("printed more than 8 kB when it was asked what it is, so it was ended");
    }

    @Test
    void those_that_are_too_old_are_left_out_and_told_in_one_way() throws Exception {
        python("python3.8", says("CPython", "3.8.18", false, true));
        python("python3", "[ \"$1\" = -E ] || exit 2; printf 2.7.18");
        assertThat(found()).isEmpty();
        assertThat(runtimes().find().refused())
                .extracting(Runtimes.Refused::why)
                .containsExactlyInAnyOrder(
                        "is Python 3.8.18, which is too old: 3.9 or newer is needed",
                        "is Python 2.7.18, which is too old: 3.9 or newer is needed");
    }

    @Test
    void of_the_one_that_comes_along_is_told_what_it_is_before_it_is_unpacked() throws Exception {
        assumeTrue(runtimes().bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        PythonRuntime known = runtimes().toUnpack(runtimes().find()).orElseThrow();
        assertThat(runtimes().remarks(runtimes().find()))
                .first()
                .isEqualTo(
                        "bundled comes along: CPython 3.14.3, GIL, no JIT, with interpreters and"
                                + " their pool, without a Markdown library; it is unpacked when it"
                                + " is first used.");
        PythonRuntime unpacked = runtimes().unpacked();
        assertThat(unpacked).usingRecursiveComparison().ignoringFields("flags").isEqualTo(known);
        assertThat(runtimes().toUnpack(runtimes().find())).isEmpty();
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
