package dev.lanescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real app on a real display, at full size, in a process of its own: it starts, runs a folder,
/// and is gone when its window is closed. The display is one of its own too (Xvfb).
@OnScreen
class RealWindowTest {

    @TempDir Path temp;

    @Test
    void it_opens_at_full_size_runs_a_folder_and_is_gone_when_closed() throws Exception {
        Path xvfb = Path.of("/usr/bin/Xvfb");
        assumeTrue(
                Files.isExecutable(xvfb) && hasGtk(),
                "SKIPPED: no real window without Xvfb and GTK; apt install xvfb libgtk-3-0 libxtst6");
        Process display =
                new ProcessBuilder(
                                xvfb.toString(),
                                "-displayfd",
                                "1",
                                "-nolisten",
                                "tcp",
                                "-screen",
                                "0",
                                "1440x900x24")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            String number = firstLine(display);
            Process app = start(":" + number);
            String said = new String(app.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(app.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
            assertThat(said).contains("size 1440x900", "ran 300 pages").doesNotContain("Exception");
            assertThat(app.exitValue()).isZero();
        } finally {
            display.destroy();
            display.waitFor();
        }
    }

    private static boolean hasGtk() throws IOException, InterruptedException {
        Process list = new ProcessBuilder("/sbin/ldconfig", "-p").start();
        String libraries = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        list.waitFor();
        return libraries.contains("libgtk-3.so") && libraries.contains("libXtst.so");
    }

    private static String firstLine(Process process) throws IOException {
        var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        assertThat(line).as("Xvfb's display number").isNotNull();
        return line;
    }

    private Process start(String display) throws IOException {
        var command =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--module-path=" + Path.of("target", "javafx").toAbsolutePath(),
                                "--add-modules=javafx.controls",
                                "--enable-native-access=javafx.graphics",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FullSizeSession.class.getName(),
                                temp.toString()));
        command.environment().put("DISPLAY", display);
        command.environment().remove("WAYLAND_DISPLAY");
        command.environment().put("LANESCOPE_CACHE", temp.resolve("cache").toString());
        return command.redirectErrorStream(true).start();
    }
}
