package dev.lanescope;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where tests have their temporary folders: in a file system in memory if there is one with room,
/// for much of what they do is to make small files and to delete them again.
public final class FoldersInMemory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");

    /// Far more than all tests ever have at a time.
    private static final long ROOM = 2L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
            throws Exception {
        return isRoomy()
                ? Files.createTempDirectory(MEMORY, "lanescope-test")
                : Standard.INSTANCE.createTempDirectory(element, extension);
    }

    private static boolean isRoomy() throws IOException {
        if (!Files.isWritable(MEMORY)) {
            return false;
        }
        FileStore store = Files.getFileStore(MEMORY);
        return store.type().equals("tmpfs") && store.getUsableSpace() >= ROOM;
    }
}
