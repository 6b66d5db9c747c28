package dev.lanescope.concurrency.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Python of this program is formatted by black and typed as mypy wants it, where they are
/// installed; rules that need neither stand in `test_source.py`.
class PythonSourceTest {

    private static final String PACKAGE = "src/main/resources/dev/lanescope/concurrency/cpython";
    private static final String TESTS = "src/test/python";

    @TempDir Path temp;

    /// What a program says; its exit code is the first line.
    private List<String> said(String folder, List<String> command) throws Exception {
        Path file = temp.resolve("said");
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(Path.of(folder).toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(file.toFile())
                            .start();
        } catch (IOException _) {
            return List.of("absent");
        }
        var said = new ArrayList<String>(List.of(String.valueOf(process.waitFor())));
        said.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
        return said;
    }

    private boolean isThere(String tool) throws Exception {
        return said(".", List.of(tool, "--version")).getFirst().equals("0");
    }

    @Test
    void it_is_formatted() throws Exception {
        assumeTrue(isThere("black"), "BLACK IS NOT HERE: the format of the Python is not checked");
        List<String> said =
                said(".", List.of("black", "--check", "-l", "100", "-t", "py39", PACKAGE, TESTS));
        assertThat(said.getFirst()).as(String.join("\n", said)).isEqualTo("0");
    }

    @Test
    void it_is_typed() throws Exception {
        assumeTrue(isThere("mypy"), "MYPY IS NOT HERE: the types of the Python are not checked");
        List<String> said =
                said(
                        PACKAGE,
                        List.of(
                                "mypy",
                                "--strict",
                                "--python-version",
                                "3.9",
                                "--cache-dir",
                                temp.resolve("cache").toString(),
                                "lanescope_worker",
                                "runtime/probe.py",
                                "runtime/names.py"));
        assertThat(said.getFirst()).as(String.join("\n", said)).isEqualTo("0");
    }
}
