package dev.lanescope.lab.curves;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CaseWords;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// One of several JVMs that share nothing and render side by side. It warms up, says by a file that
/// it is ready, waits for another file that says that all are, and then tells how long a page takes
/// it.
final class PaceCase {

    static final String PACE = "PACE ";

    private static final long LOOK_NANOS = 200_000;

    private PaceCase() {}

    /// Measures, and says what came of it in one line.
    ///
    /// @param args its folder, content folder, milliseconds of warm-up, milliseconds to measure,
    ///   the file that says that it is ready, the file to wait for
    public static void main(String[] args) {
        CaseProcess.endWithParent(Path.of(args[0]));
        PrintStream out = System.out;
        System.setOut(System.err);
        out.println(say(args));
        out.flush();
        CaseProcess.over();
    }

    private static String say(String[] args) {
        try {
            var place =
                    new Row.Place(
                            SiteScanner.scan(Path.of(args[1]), ScanProgress.NONE),
                            Path.of(args[0], "site"),
                            Duration.ofMillis(Long.parseLong(args[2])));
            try (var pace = Pace.of("sequential", 1, place)) {
                Files.createFile(Path.of(args[4]));
                await(Path.of(args[5]));
                Duration window = Duration.ofMillis(Long.parseLong(args[3]));
                return PACE + Math.round(pace.nanosAPage(window));
            }
        } catch (Exception | OutOfMemoryError e) {
            return CaseWords.failed(e);
        }
    }

    private static void await(Path file) throws InterruptedException {
        while (Files.notExists(file)) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while it waited");
            }
        }
    }
}
