package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Ctrl-C in the middle of a real run of the real program.
@ResourceLock(Children.OF_THIS_JVM)
class CtrlCTest {

    private static final int PAGES = 4_000;

    @TempDir Path place;

    @Test
    void it_ends_the_run_in_order() throws Exception {
        assumeTrue(canUndoIgnoredSignals(), "skipped: no env(1) that can undo an ignored SIGINT");
        Path content = place.resolve("content");
        for (int page = 0; page < PAGES; page++) {
            Answer.page(content, "page-" + page + ".md", "# Page\n\n" + "- *word*\n".repeat(100));
        }
        Path site = Files.createDirectory(place.resolve("site"));

        Program program;
        Answer answer;
        try (var checkout = Checkout.in(place.resolve("check out")).built();
                var watch = place.getFileSystem().newWatchService()) {
            site.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            program = start(checkout, content, site);
            while (pagesIn(site) == 0) {
                var key = watch.poll(60, TimeUnit.SECONDS);
                assertThat(key).as("the first page within a minute").isNotNull();
                key.pollEvents();
                key.reset();
            }
            interrupt(program.process());
            answer = program.answer();
        }

        assertThat(answer.code()).as(answer.err()).isEqualTo(130);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errLines())
                .singleElement()
                .asString()
                .matches("lanescope: stopped after [\\d,]+ of 4,000 pages");
        assertThat(pagesIn(site)).isBetween(1L, PAGES - 1L);
        assertNothingHalfWritten(site);
        assertThat(program.process().descendants()).isEmpty();
    }

    @Test
    void it_ends_a_measurement_and_leaves_neither_process_nor_file() throws Exception {
        assumeTrue(canUndoIgnoredSignals(), "skipped: no env(1) that can undo an ignored SIGINT");
        Answer.page(place.resolve("content"), "page.md", "# Page");
        Path temporary = Files.createDirectory(place.resolve("temporary"));
        Program program =
                Program.start(
                        place,
                        Map.of(),
                        List.of(
                                "env",
                                "--default-signal=INT",
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-XX:-UsePerfData",
                                "-Djava.io.tmpdir=" + temporary,
                                "-classpath",
                                System.getProperty("java.class.path", ""),
                                "dev.lanescope.Main",
                                "costs",
                                place.resolve("content").toString(),
                                "--model",
                                "processes"));
        ProcessHandle measuring = firstChild(program.process());
        interrupt(program.process());
        Answer answer = program.answer();

        assertThat(answer.code()).as(answer.err()).isEqualTo(130);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errLines())
                .containsExactly("lanescope: stopped after 0 of 3 measurements");
        assertThat(measuring.isAlive()).isFalse();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void it_ends_a_run_whose_jvm_is_watched_without_a_stack_trace() throws Exception {
        assumeTrue(canUndoIgnoredSignals(), "skipped: no env(1) that can undo an ignored SIGINT");
        for (int page = 0; page < PAGES; page++) {
            Answer.page(place.resolve("content"), "page-" + page + ".md", "# Page");
        }
        Path site = place.resolve("site");
        Program program =
                Program.start(
                        place,
                        Map.of(),
                        List.of(
                                "env",
                                "--default-signal=INT",
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-classpath",
                                System.getProperty("java.class.path", ""),
                                "dev.lanescope.Main",
                                "run",
                                place.resolve("content").toString(),
                                "--jvm",
                                "--read-latency",
                                "100ms",
                                "--out",
                                site.toString()));
        Wait.until(() -> !program.process().isAlive() || (Files.exists(site) && pagesIn(site) > 0));
        interrupt(program.process());
        Answer answer = program.answer();

        assertThat(answer.code()).as(answer.err()).isEqualTo(130);
        assertThat(answer.errLines()) // none if the run did not end before the JVM's patience did
                .allMatch(line -> line.matches("lanescope: stopped after [\\d,]+ of 4,000 pages"));
    }

    private static ProcessHandle firstChild(Process process) throws Exception {
        Wait.until(() -> !process.isAlive() || process.descendants().findAny().isPresent());
        return process.descendants()
                .findFirst()
                .orElseThrow(() -> new AssertionError("it ended without a child"));
    }

    private static boolean canUndoIgnoredSignals() throws IOException, InterruptedException {
        return new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
    }

    private Program start(Checkout checkout, Path content, Path site) throws IOException {
        return Program.start(
                place,
                Map.of("LANESCOPE_JAVA_HOME", System.getProperty("java.home", "")),
                List.of(
                        "env",
                        "--default-signal=INT",
                        checkout.launcher().toString(),
                        "run",
                        content.toString(),
                        "--out",
                        site.toString()));
    }

    /// What the terminal sends when somebody presses Ctrl-C. `env` and the launcher have become the
    /// program by then, so its process is the one we started.
    private static void interrupt(Process process) throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        assertThat(code).isZero();
    }

    static void assertNothingHalfWritten(Path site) throws IOException {
        try (var files = Files.walk(site)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
        }
    }

    private static long pagesIn(Path site) throws IOException {
        try (var files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).count();
        }
    }
}
