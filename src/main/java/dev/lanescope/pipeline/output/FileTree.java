package dev.lanescope.pipeline.output;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// A folder with everything in it.
public final class FileTree {

    private FileTree() {}

    /// Deletes a folder. Symbolic links in it are deleted, never followed.
    ///
    /// @param kept files and folders to leave; those around them are the caller's to name too
    /// @throws IOException if something cannot be deleted; what comes before it is gone then
    public static void delete(Path folder, Path... kept) throws IOException {
        Set<Path> left = Set.of(kept);
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        return delete(file);
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException e) throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        return delete(directory);
                    }

                    private FileVisitResult delete(Path path) throws IOException {
                        if (!left.contains(path)) {
                            Files.delete(path);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
