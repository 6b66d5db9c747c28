package dev.lanescope.concurrency.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The worker program on every Python of this machine, by Python's own `unittest`.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class WorkerProgramTest {

    private static final Path CACHE = Path.of("target", "pythons").toAbsolutePath();

    /// What is asked of a Python before it is one of ours.
    private static final Path SCRIPTS =
            Path.of("src/main/resources/dev/lanescope/concurrency/cpython/runtime")
                    .toAbsolutePath();

    @TempDir Path temp;

    /// One of each minor version, and the one that comes along.
    static Stream<PythonRuntime> runtimes() throws IOException {
        var runtimes = new Runtimes(CACHE);
        Map<String, PythonRuntime> each = new LinkedHashMap<>();
        if (runtimes.bundled().isThere()) {
            each.put("bundled", runtimes.unpacked());
        }
        for (PythonRuntime runtime : runtimes.find().runtimes()) {
            if (!runtime.comesAlong()) {
                each.putIfAbsent(runtime.minor() + runtime.build(), runtime);
            }
        }
        assumeTrue(!each.isEmpty(), "NO PYTHON HERE: the worker program is not tested");
        return each.values().stream();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void its_own_tests_pass(PythonRuntime runtime) throws Exception {
        var builder =
                new ProcessBuilder(
                                runtime.executable().toString(),
                                "-s",
                                "-m",
                                "unittest",
                                "-v",
                                "test_worker",
                                "test_source")
                        .directory(Path.of("src", "test", "python").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(temp.resolve("said").toFile());
        builder.environment().put("PYTHONPATH", WorkerProgram.in(temp).toString());
        builder.environment().put("LANESCOPE_SCRIPTS", SCRIPTS.toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().putAll(runtime.environment());
        Process process = builder.start();
        int code = process.waitFor();
        String said = Files.readString(temp.resolve("said"), StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        assertThat(said).contains("Ran 35 tests");
    }

    @Test
    void where_it_cannot_be_written_a_sentence_says_so_and_what_to_do() throws Exception {
        Path file = Files.writeString(temp.resolve("python"), "no folder");
        assertThatThrownBy(() -> WorkerProgram.in(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the program for Python cannot be written into "
                                + file
                                + ": a file lies where a folder should be; mend that, or set"
                                + " LANESCOPE_CACHE to another folder");
    }

    @Test
    void it_is_written_once_and_mended_if_somebody_changed_it() throws Exception {
        Path place = WorkerProgram.in(temp);
        assertThat(WorkerProgram.in(temp)).isEqualTo(place);
        Files.writeString(place.resolve("lanescope_worker/page.py"), "broken");
        Path mended = WorkerProgram.in(temp);
        assertThat(mended.resolve("lanescope_worker/page.py")).content().contains("def template");
    }
}
