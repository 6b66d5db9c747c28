package dev.lanescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real browser without a window. It is given an address, lets the scripts run, and says what the
/// page has become. Where there is none, the test is skipped and says so.
public final class Chromium {

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /// The browser of this machine.
    ///
    /// @param folder for what the browser leaves behind
    /// @param what is not tested without it
    public static Chromium orSkip(Path folder, String what) {
        Optional<Path> found = onThePath("chromium", "chromium-browser", "google-chrome");
        assumeThat(found).as("no Chromium on the PATH: %s is not tested", what).isPresent();
        return new Chromium(found.orElseThrow(), folder);
    }

    /// The first of these programs that there is.
    public static Optional<Path> onThePath(String... programs) {
        @Nullable String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator, -1))
                .flatMap(place -> Stream.of(programs).map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The page after its scripts have run, as HTML.
    public String dump(String address) throws Exception {
        Path page = folder.resolve("dump.html");
        run(page, "--virtual-time-budget=20000", "--dump-dom", address);
        return Files.readString(page);
    }

    /// Paints the page into a PNG file.
    public void screenshot(String address, int width, int height, Path png) throws Exception {
        run(
                folder.resolve("screenshot.txt"),
                "--window-size=" + width + "," + height,
                "--hide-scrollbars",
                "--screenshot=" + png,
                address);
    }

    private void run(Path output, String... options) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--enable-unsafe-swiftshader",
                                "--disable-background-networking",
                                "--no-first-run",
                                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        Process browser =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(browser.waitFor(2, TimeUnit.MINUTES)).as("Chromium ended").isTrue();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
        }
    }
}
