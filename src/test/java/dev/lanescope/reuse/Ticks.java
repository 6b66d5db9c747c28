package dev.lanescope.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/// The clock of the file system, which goes forward a few milliseconds at a time.
public final class Ticks {

    private Ticks() {}

    /// Returns when whatever is written next gets a later time than all that was written before.
    public static void next(Path folder) throws IOException {
        FileTime first = now(folder);
        while (now(folder).compareTo(first) <= 0) {
            Thread.onSpinWait();
        }
    }

    /// Returns when that clock has gone forward so far.
    public static void pass(Path folder, Duration time) throws IOException {
        Instant end = now(folder).toInstant().plus(time);
        while (now(folder).toInstant().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    private static FileTime now(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "tick", null);
        FileTime time = Files.getLastModifiedTime(file);
        Files.delete(file);
        return time;
    }
}
