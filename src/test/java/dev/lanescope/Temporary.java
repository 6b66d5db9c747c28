package dev.lanescope;

import dev.lanescope.concurrency.crossing.PrivateFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies in the system's folder for temporary files: who leaves no process behind leaves no
/// folder there either.
public final class Temporary {

    private Temporary() {}

    /// Those that this JVM has made for processes and not deleted.
    public static Set<String> ofThisJvm() throws IOException {
        return all().stream()
                .filter(name -> name.startsWith(PrivateFolder.PREFIX))
                .collect(Collectors.toSet());
    }

    /// The names of all there are, whoever made them.
    public static Set<String> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
