package dev.lanescope.concurrency.processes.wire;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file that a parent and its child have both mapped: one [Ring] in either direction. It can be
/// deleted as soon as both have it.
public final class SharedMemory implements AutoCloseable {

    /// Room for some hundred pages in each direction.
    private static final long HALF = 4 << 20;

    private final Arena arena = Arena.ofShared();
    private final Ring toChild;
    private final Ring toParent;

    private SharedMemory(Path file, Set<StandardOpenOption> options) throws IOException {
        MemorySegment all;
        try (var channel = FileChannel.open(file, options)) {
            all = channel.map(MapMode.READ_WRITE, 0, 2 * HALF, arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
        toChild = new Ring(all.asSlice(0, HALF));
        toParent = new Ring(all.asSlice(HALF));
    }

    /// Makes the file, which must not exist, and maps it.
    public static SharedMemory create(Path file) throws IOException {
        return new SharedMemory(
                file,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    /// Maps what the other side has made.
    public static SharedMemory open(Path file) throws IOException {
        return new SharedMemory(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    Ring toChild() {
        return toChild;
    }

    Ring toParent() {
        return toParent;
    }

    @Override
    public void close() {
        arena.close();
    }
}
