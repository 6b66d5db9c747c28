package dev.lanescope.concurrency.processes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;

/// What a child prints: read, so that it never has to wait, and forgotten but for the end, which
/// tells why it could not start.
final class Output {

    private static final int KEPT = 4000;
    private static final int LONGEST_LINE = 300;

    private final Thread reader;
    private final StringBuilder end = new StringBuilder();

    Output(InputStream printed, String name) {
        reader = Thread.ofPlatform().daemon().name(name).start(() -> read(printed));
    }

    private void read(InputStream printed) {
        var buffer = new byte[KEPT];
        try (printed) {
            for (int size = printed.read(buffer); size >= 0; size = printed.read(buffer)) {
                keep(new String(buffer, 0, size, Charset.defaultCharset()));
            }
        } catch (IOException _) {
            // it says no more
        }
    }

    private synchronized void keep(String more) {
        end.append(more);
        end.delete(0, Math.max(0, end.length() - KEPT));
    }

    /// Waits until the child has said everything; it is dead.
    void await() throws InterruptedException {
        reader.join(Duration.ofSeconds(1));
    }

    /// What looks like the reason for its end: the first line, which JVMs begin with the error.
    synchronized String reason() {
        List<String> lines = end.toString().lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        String first = lines.getFirst().strip();
        return first.length() <= LONGEST_LINE ? first : first.substring(0, LONGEST_LINE);
    }
}
