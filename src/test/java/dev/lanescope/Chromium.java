package dev.lanescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real browser without a window. It is given an address, lets the scripts run, and says what the
/// page has become. Where there is none, the test is skipped and says so.
public final class Chromium {

    private static final Pattern REQUEST =
            Pattern.compile("\"network_isolation_key\":\"file://.*?\"url\":\"([^\"]+)\"");

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

    /// What came of opening a page.
    ///
    /// @param page what it has become, as HTML
    /// @param complaints what the browser wrote into its console
    /// @param requests what the page asked the network for, and not the browser for itself
    public record Visit(String page, List<String> complaints, List<String> requests) {}

    /// Opens a page and watches what the browser says and asks for meanwhile.
    public Visit visit(String address) throws Exception {
        Path page = folder.resolve("visit.html");
        Path log = folder.resolve("visit.log");
        Path net = folder.resolve("visit.net.json");
        run(
                page,
                ProcessBuilder.Redirect.to(log.toFile()),
                "--enable-logging=stderr",
                "--log-net-log=" + net,
                "--virtual-time-budget=5000",
                "--dump-dom",
                address);
        List<String> complaints =
                Files.readAllLines(log).stream().filter(line -> line.contains("CONSOLE")).toList();
        List<String> requests =
                REQUEST.matcher(Files.readString(net))
                        .results()
                        .map(request -> request.group(1))
                        .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                        .distinct()
                        .toList();
        return new Visit(Files.readString(page), complaints, requests);
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
        run(output, ProcessBuilder.Redirect.DISCARD, options);
    }

    private void run(Path output, ProcessBuilder.Redirect log, String... options) throws Exception {
        Process browser = start(ProcessBuilder.Redirect.to(output.toFile()), log, options);
        try {
            assertThat(browser.waitFor(2, TimeUnit.MINUTES)).as("Chromium ended").isTrue();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
        }
    }

    /// Opens a page and keeps it open.
    public BrowserPage open(String address) throws Exception {
        var nowhere = ProcessBuilder.Redirect.DISCARD;
        Process browser = start(nowhere, nowhere, "--remote-debugging-port=0", address);
        return new BrowserPage(browser, profile());
    }

    private Path profile() {
        return folder.resolve("profile");
    }

    private Process start(
            ProcessBuilder.Redirect output, ProcessBuilder.Redirect log, String... options)
            throws IOException {
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
                                "--user-data-dir=" + profile()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectOutput(output).redirectError(log).start();
    }
}
