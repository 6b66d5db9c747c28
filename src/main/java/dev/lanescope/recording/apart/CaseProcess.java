package dev.lanescope.recording.apart;

import dev.lanescope.concurrency.crossing.PrivateFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A JVM with this program's classes that does one thing, says in one line on stdout what came of
/// it, and is gone together with its children and its files, however it ended. Its first argument
/// is a folder of its own, which also takes what it and its children write for a while, such as
/// Flight Recorder's chunks; the others follow.
///
/// Who wants it to end closes its stdin, as the system does when this process dies: the case, which
/// listens there by [#endWithParent], then has a moment to end its children in order. It ends by
/// [#over].
///
/// @param main the class with the `main` method
/// @param options of the JVM
/// @param environment what is to be set there besides
/// @param atMost how long it may take to say its first word, and then again to end: on a busy
///   machine a JVM may start slowly; time in which this process was held still does not count
public record CaseProcess(
        Class<?> main, List<String> options, Map<String, String> environment, Duration atMost) {

    private static final Duration GRACE = Duration.ofMillis(800);
    private static final int ORPHAN_SECONDS = 3; // a parent that lives does not wait so long
    private static final long LOOK_MILLIS = 20;
    private static final int LONGEST_ANSWER = 64 * 1024;

    // In a case:
    private static final CountDownLatch DONE = new CountDownLatch(1);
    private static volatile boolean orphaned;

    public CaseProcess {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /// Lets it do its thing, and waits. An interrupt ends it.
    ///
    /// @param arguments those after the folder
    public CaseAnswer run(List<String> arguments) throws IOException, InterruptedException {
        try (var folder = PrivateFolder.make()) {
            Path place = folder.path();
            Path answer = place.resolve("answer");
            var builder =
                    new ProcessBuilder(command(place, arguments))
                            .redirectOutput(answer.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment()
                    .keySet()
                    .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean inTime;
            try {
                inTime = endsInTime(process, answer);
            } finally {
                end(process);
            }
            return new CaseAnswer(inTime, process.waitFor(), lastLine(answer));
        }
    }

    private boolean endsInTime(Process process, Path answer)
            throws IOException, InterruptedException {
        var patience = new Patience(atMost);
        boolean silent = true;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (silent && Files.size(answer) > 0) {
                silent = false;
                patience.begin(atMost);
            } else if (patience.isOver()) {
                return false;
            }
        }
        return true;
    }

    private List<String> command(Path place, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-UsePerfData", // leaves a file behind if killed
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + place, // what it would leave behind as it ends
                        "-classpath",
                        System.getProperty("java.class.path", ""),
                        main.getName(),
                        place.toString()));
        command.addAll(arguments);
        return command;
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> family = process.descendants().toList();
        try {
            if (process.isAlive()) {
                process.getOutputStream().close();
                process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException _) {
            // it has ended meanwhile
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
    }

    private static String lastLine(Path answer) throws IOException {
        if (Files.size(answer) > LONGEST_ANSWER) {
            return "";
        }
        var text = new String(Files.readAllBytes(answer), StandardCharsets.UTF_8);
        return text.lines().reduce("", (_, line) -> line);
    }

    /// Called by a case first of all: from now on it ends when its stdin does. Its main thread is
    /// interrupted then; a moment later the process is gone.
    ///
    /// @param places its folders, which it deletes then, for perhaps nobody else can any more
    public static void endWithParent(Path... places) {
        Thread main = Thread.currentThread();
        Thread.ofPlatform()
                .daemon()
                .name("parent-watch")
                .start(() -> {
                    awaitEnd();
                    orphaned = true;
                    main.interrupt();
                    try {
                        DONE.await(ORPHAN_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException _) {
                        // nobody does this
                    }
                    for (Path place : places) {
                        new PrivateFolder(place).close();
                    }
                    Runtime.getRuntime().halt(1);
                });
    }

    /// Called by a case last of all: the process ends here and now, and whatever hangs in it is
    /// left behind.
    public static void over() {
        DONE.countDown();
        while (orphaned) { // until the folder is deleted
            LockSupport.park();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // nobody says anything there
            }
        } catch (IOException _) {
            // that is an end, too
        }
    }
}
