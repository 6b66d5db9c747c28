package dev.lanescope.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Keeps two runs, also of two processes, from writing into one output folder, which each would
/// empty under the other, or into one file. The lock is a file in the app's cache, so nothing is
/// left beside the user's folders; where the cache cannot be written, there is no lock and the run
/// goes on without.
public final class OutputLock implements AutoCloseable {

    private final @Nullable FileChannel channel;

    private OutputLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock of a folder, which need not exist.
    ///
    /// @throws RunException if another run has it
    public static OutputLock take(Path folder) throws RunException {
        return take(folder, "folder");
    }

    /// Takes the lock of a file that is written while the run goes on, and need not exist.
    ///
    /// @throws RunException if another run has it
    public static OutputLock takeFile(Path file) throws RunException {
        return take(file, "file");
    }

    private static OutputLock take(Path wanted, String what) throws RunException {
        Path place = wanted.toAbsolutePath().normalize();
        String name = UUID.nameUUIDFromBytes(place.toString().getBytes(UTF_8)) + ".lock";
        @Nullable FileChannel channel = null;
        try {
            Path locks = Files.createDirectories(Workspace.root().resolve("locks"));
            channel =
                    FileChannel.open(
                            locks.resolve(name),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new OutputLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // another run of this very process
        } catch (IOException e) {
            close(channel);
            return new OutputLock(null);
        }
        close(channel);
        throw new RunException(
                "Another run is writing to "
                        + place
                        + "; wait for it or choose another "
                        + what
                        + ".",
                false,
                new IllegalStateException("locked: " + name));
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close(); // and with it goes the lock
            } catch (IOException e) {
                // The lock goes with the process then.
            }
        }
    }
}
