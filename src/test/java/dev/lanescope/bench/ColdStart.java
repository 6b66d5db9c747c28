package dev.lanescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How long whole processes take that render a folder once: the bare loop in a plain JVM, and
/// `packaging/lanescope run` as a user gets it, with and without its cache of classes, in turn.
///
/// `mvn -q test-compile exec:exec@cold-bench -Dlanescope.bench.content=FOLDER
/// -Dlanescope.bench.rounds=20 -Dlanescope.bench.output=/dev/shm`, after a first
/// `packaging/lanescope models` has built what the launcher needs.
final class ColdStart {

    private static final Path LAUNCHER = Path.of("packaging", "lanescope").toAbsolutePath();
    private static final Path JAR = Path.of("target", "lanescope.jar");
    private static final Path CACHE = Path.of("target", "lanescope.aot");
    private static final Path TRIED = Path.of("target", "lanescope.aot.by");
    private static final long PATIENCE_SECONDS = 300;

    private ColdStart() {}

    public static void main(String[] args) throws Exception {
        awaitCache();
        Path output = Sites.newOutput();
        try {
            for (Path folder : Sites.folders()) {
                measure(folder.toAbsolutePath(), output);
            }
        } finally {
            Sites.delete(output);
        }
    }

    /// The first call of the launcher makes the cache, beside what it does.
    private static void awaitCache() throws Exception {
        Path folder = TRIED.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            run(Path.of(""), List.of(LAUNCHER.toString(), "models"), "");
            while (!isNewer(TRIED, JAR)) {
                WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (key == null) {
                    throw new IllegalStateException(CACHE + " has not been made");
                }
                key.pollEvents();
                key.reset();
            }
        }
        if (!isNewer(CACHE, JAR)) {
            System.out.println("NO CACHE: it could not be made here, so both are plain");
        }
    }

    private static boolean isNewer(Path file, Path than) throws IOException {
        return Files.exists(file)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
    }

    private static void measure(Path content, Path output) throws Exception {
        String site = output.resolve("site").toString();
        var bare =
                List.of(
                        Forks.java(),
                        "-classpath",
                        Forks.classPath(),
                        ColdBareLoop.class.getName(),
                        content.toString(),
                        site);
        var user = List.of(LAUNCHER.toString(), "run", content.toString(), "--out", site);
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        Rounds taken =
                Rounds.take(
                        rounds,
                        List.of(
                                () -> run(output, bare, ""),
                                () -> run(output, bare, ""),
                                () -> run(output, user, ""),
                                () -> run(output, user, "off")));
        System.out.println(content + ", whole processes, seconds: median (quartiles), least");
        print("bare loop, plain JVM", taken.figure(0, Cost::wallSeconds));
        print("packaging/lanescope run", taken.figure(2, Cost::wallSeconds));
        print("the same, LANESCOPE_AOT=off", taken.figure(3, Cost::wallSeconds));
        System.out.println("  bare over bare: " + taken.ratio(1, 0, Cost::wallSeconds));
        System.out.println("  lanescope over bare: " + taken.ratio(2, 0, Cost::wallSeconds));
        System.out.println("  without cache over bare: " + taken.ratio(3, 0, Cost::wallSeconds));
    }

    private static void print(String what, Spread seconds) {
        System.out.printf(
                Locale.ROOT,
                "  %-28s %s, %.3f%n",
                what,
                seconds.withQuartiles("%.3f"),
                seconds.least());
    }

    /// Starts a process and waits for its end; the site it writes is deleted, untimed.
    private static Cost run(Path output, List<String> command, String aot)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().put("LANESCOPE_AOT", aot);
        builder.environment().put("LANESCOPE_CACHE", output.resolve("cache").toString());
        builder.environment().put("LANESCOPE_JAVA_HOME", System.getProperty("java.home", ""));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        int code = builder.start().waitFor();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        Path site = output.resolve("site");
        if (Files.exists(site)) {
            Sites.delete(site);
        }
        return new Cost(seconds, 0);
    }
}
