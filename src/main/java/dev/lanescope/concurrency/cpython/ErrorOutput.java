package dev.lanescope.concurrency.cpython;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// What a Python prints on the side: read, so that it never has to wait, and forgotten but for the
/// end, which says what it died of.
final class ErrorOutput {

    private static final int KEPT = 4000;
    private static final int LONGEST = 200;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Thread reader;
    private final StringBuilder end = new StringBuilder();

    ErrorOutput(InputStream printed) {
        reader = Thread.ofPlatform().daemon().name("python-errors").start(() -> read(printed));
    }

    private void read(InputStream printed) {
        var buffer = new byte[KEPT];
        try (printed) {
            for (int size = printed.read(buffer); size >= 0; size = printed.read(buffer)) {
                keep(new String(buffer, 0, size, StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // it says no more
        }
    }

    private synchronized void keep(String more) {
        end.append(more);
        end.delete(0, Math.max(0, end.length() - KEPT));
    }

    /// What looks like the reason for its end: a fatal error, or the last line of a traceback.
    String reason() throws InterruptedException {
        reader.join(PATIENCE);
        List<String> lines;
        synchronized (this) {
            lines = end.toString().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        }
        String reason =
                lines.stream()
                        .filter(line -> line.startsWith("Fatal Python error"))
                        .findFirst()
                        .orElse(
                                lines.stream().anyMatch(line -> line.startsWith("Traceback"))
                                        ? lines.getLast()
                                        : "");
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
    }
}
