package dev.lanescope.concurrency.cpython.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether a CPython has the GIL, as the probe finds out: the real probe in the real Python that
/// comes along, which is made to believe that it was built otherwise. `sys.flags.gil` is nothing to
/// go by: it is `None` on a free-threaded build that nobody has told anything.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
class GilProbeTest {

    @TempDir Path temp;

    /// @param built what the build says under `Py_GIL_DISABLED`
    /// @param runs what runs before the probe
    private Path python(String built, String runs) throws Exception {
        var bundled = new Runtimes(Path.of("target", "pythons").toAbsolutePath());
        assumeTrue(bundled.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        Path file = temp.resolve("python");
        Files.writeString(
                file,
                """
                #!/bin/sh
                export ASKED="$PYTHON_GIL"
                unset PYTHON_GIL # the one that comes along would refuse to go without
                exec '%s' "$1" "$2" -c "import os, sys, sysconfig
                sysconfig.get_config_var = lambda name: %s
                %s
                $4"
                """
                        .formatted(bundled.unpacked().executable(), built, runs));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private List<PythonRuntime> ways(Path python) throws Exception {
        return new Runtimes(temp.resolve("cache")).at(python);
    }

    @ParameterizedTest
    @CsvSource({
        "None, del sys._is_gil_enabled, 'GIL, no JIT'",
        "0, sys._is_gil_enabled = lambda: True, 'GIL, no JIT'",
        "1, sys._is_gil_enabled = lambda: False, 'free-threaded, no GIL, no JIT'",
        "1, sys._is_gil_enabled = lambda: True, 'free-threaded build, GIL on, no JIT'"
    })
    void a_build_is_told_by_how_it_was_built_and_by_what_it_does_now(
            String built, String runs, String says) throws Exception {
        assertThat(ways(python(built, runs)).getFirst().build()).isEqualTo(says);
    }

    @Test
    void a_free_threaded_build_is_asked_again_with_the_gil() throws Exception {
        Path python = python("1", "sys._is_gil_enabled = lambda: os.environ.get('ASKED') == '1'");
        assertThat(ways(python))
                .extracting(PythonRuntime::switches, PythonRuntime::gil)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", false),
                        org.assertj.core.groups.Tuple.tuple("+gil", true));
    }

    /// Whoever is isolated ignores them, and would be listed as what it is not.
    @Test
    void who_is_asked_in_another_way_than_usual_may_hear_of_the_variables() throws Exception {
        Path python =
                python(
                        "1",
                        "sys._is_gil_enabled = lambda: not sys.flags.ignore_environment and"
                                + " os.environ.get('ASKED') == '1'");
        assertThat(ways(python)).extracting(PythonRuntime::gil).containsExactly(false, true);
    }
}
