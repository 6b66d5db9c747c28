package dev.lanescope.concurrency.cpython.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the launcher of Windows says, started for real: a script takes its place and prints what
/// the launchers of that system print.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher here is a shell script")
class PyLauncherTest {

    @TempDir Path temp;

    private List<String> found(String does) throws Exception {
        Path script = temp.resolve("py");
        Files.writeString(script, "#!/bin/sh\n" + does + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return PyLauncher.ask(script.toString()).stream().map(Path::toString).toList();
    }

    private static String prints(String text) {
        return "[ \"$*\" = -0p ] || exit 2\ncat <<'END'\n" + text + "END";
    }

    @Test
    void the_launcher_from_3_11_on_lists_tags_a_star_and_paths() throws Exception {
        assertThat(
                        found(
                                prints(
                                        """
                                         -V:3.14t *        C:\\Python 314\\python3.14t.exe
                                         -V:3.13          C:\\Python313\\python.exe
                                         -V:ContinuumAnalytics/py311-64 C:\\conda\\python.exe
                                        """)))
                .containsExactly(
                        "C:\\Python 314\\python3.14t.exe",
                        "C:\\Python313\\python.exe",
                        "C:\\conda\\python.exe");
    }

    @Test
    void the_launcher_before_it_quotes_what_has_spaces() throws Exception {
        assertThat(
                        found(
                                prints(
                                        """
                                        Installed Pythons found by py Launcher for Windows
                                         -3.9-64        "C:\\Program Files\\Python39\\python.exe" *
                                         -3.8-32        C:\\Python38\\python.exe
                                        """)))
                .containsExactly(
                        "C:\\Program Files\\Python39\\python.exe", "C:\\Python38\\python.exe");
    }

    @Test
    void the_install_manager_has_brackets_companies_and_an_active_environment() throws Exception {
        assertThat(
                        found(
                                prints(
                                        """
                                          *               D:\\shop\\.venv\\Scripts\\python.exe
                                         -V:3.14[-64]     C:\\Users\\J\u00fcrgen\\pythoncore-3.14-64\\python.exe
                                         -V:3.14t[-64]    C:\\Users\\J\u00fcrgen\\pythoncore-3.14t-64\\python3.14t.exe
                                         -V:Astral\\CPython3.13.5 \\\\server\\share\\python.exe
                                        """)))
                .containsExactly(
                        "D:\\shop\\.venv\\Scripts\\python.exe",
                        "C:\\Users\\J\u00fcrgen\\pythoncore-3.14-64\\python.exe",
                        "C:\\Users\\J\u00fcrgen\\pythoncore-3.14t-64\\python3.14t.exe",
                        "\\\\server\\share\\python.exe");
    }

    @Test
    void a_launcher_that_knows_none_is_not_there_or_does_not_end_lists_none() throws Exception {
        assertThat(found("echo 'No installed Pythons found!'; exit 112")).isEmpty();
        assertThat(PyLauncher.ask(temp.resolve("nothing").toString())).isEmpty();
        assertThat(found("exec sleep 1000")).isEmpty();
    }

    @Test
    void what_is_not_utf_8_is_read_as_this_system_writes_it() {
        assertThat(Probe.text("J\u00fcrgen".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("J\u00fcrgen");
        assertThat(Probe.text("J\u00fcrgen".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("J")
                .endsWith("rgen")
                .hasSize(6);
    }
}
