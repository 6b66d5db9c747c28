package dev.lanescope.cli;

import dev.lanescope.pipeline.output.FileTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a site lies while it is served.
///
/// @param temporary whether it is deleted in the end
record ServedFolder(Path path, boolean temporary) implements AutoCloseable {

    /// The folder somebody asked for, or a temporary one.
    static ServedFolder of(@Nullable Path wanted) throws IOException {
        return wanted == null
                ? new ServedFolder(Files.createTempDirectory("lanescope-serve"), true)
                : new ServedFolder(wanted.toAbsolutePath().normalize(), false);
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            FileTree.delete(path);
        }
    }
}
