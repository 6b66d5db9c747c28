package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A trace file that somebody else is writing.
public final class Growing {

    private Growing() {}

    /// Waits until the file can be read and says what is waited for.
    ///
    /// @param goesOn asked now and then; if not, there is no use in waiting
    public static Snapshot until(Path file, Predicate<Snapshot> there, BooleanSupplier goesOn)
            throws IOException, InterruptedException {
        try (var watch = file.getFileSystem().newWatchService()) {
            Objects.requireNonNull(file.getParent())
                    .register(
                            watch,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY);
            while (goesOn.getAsBoolean()) {
                try {
                    Snapshot read = TraceFile.read(file);
                    if (there.test(read)) {
                        return read;
                    }
                } catch (TraceFileException _) {
                    // not yet
                }
                WatchKey changed = watch.poll(10, TimeUnit.SECONDS);
                if (changed != null) {
                    changed.pollEvents();
                    changed.reset();
                }
            }
        }
        throw new AssertionError(file + " grows no more");
    }
}
