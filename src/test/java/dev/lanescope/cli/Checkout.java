package dev.lanescope.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// A checkout in another place, as the launcher sees one: its own launcher, sources and `target`.
record Checkout(Path root) implements AutoCloseable {

    static Checkout in(Path root) throws IOException {
        Files.createDirectories(root.resolve("packaging"));
        Files.createDirectories(root.resolve("src/main"));
        script(
                root.resolve("packaging/lanescope"),
                Files.readString(Path.of("packaging/lanescope")));
        for (String file : new String[] {"ModernClasses.java", "Pack.java", "everything.md"}) {
            Files.copy(Path.of("packaging", file), root.resolve("packaging").resolve(file));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        return new Checkout(root);
    }

    /// Lets it use what this build has compiled.
    Checkout built() throws IOException {
        Files.createDirectories(root.resolve("target"));
        for (String part : new String[] {"classes", "lib", "javafx"}) {
            Path real = Path.of("target", part).toAbsolutePath();
            Files.createSymbolicLink(root.resolve("target").resolve(part), real);
        }
        Files.createSymbolicLink(
                root.resolve("sample-content"), Path.of("sample-content").toAbsolutePath());
        Files.createFile(stamp());
        setTime(root.resolve("src/main"), Instant.EPOCH);
        setTime(root.resolve("pom.xml"), Instant.EPOCH);
        return this;
    }

    /// Cuts the links, so that whoever deletes the folder cannot follow them.
    @Override
    public void close() throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isSymbolicLink()) {
                            Files.deleteIfExists(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE; // the launcher still tidies up
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    Path launcher() {
        return root.resolve("packaging/lanescope");
    }

    Path stamp() {
        return root.resolve("target/lanescope.built");
    }

    static void setTime(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    /// Writes a script that can be started.
    static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
