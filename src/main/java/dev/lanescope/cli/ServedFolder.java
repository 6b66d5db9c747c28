package dev.lanescope.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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
        if (!temporary) {
            return;
        }
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException e) throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
