package dev.lanescope.reuse;

import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Fingerprint;
import dev.lanescope.pipeline.fingerprint.Hasher;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What renders: this program, its libraries, and the JDK below them. A rebuilt program is another
/// one, for it may render otherwise. A jar is told by its name, size and date, a folder of classes
/// by their bytes.
final class Program {

    /// Rooms whose code decides about bytes, as folders below the root package.
    private static final List<String> ROOMS = List.of("content", "pipeline", "reuse");

    private static volatile @Nullable ContentHash known;

    private Program() {}

    /// The same for as long as this process lives.
    static ContentHash fingerprint() {
        ContentHash already = known;
        if (already == null) {
            already = read();
            known = already;
        }
        return already;
    }

    private static ContentHash read() {
        var fingerprint = new Fingerprint();
        fingerprint.add(Runtime.version().toString());
        try {
            for (String entry :
                    System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isRegularFile(path)) {
                    fingerprint.add(path.getFileName().toString()).add(Files.size(path));
                    fingerprint.add(Files.getLastModifiedTime(path).toMillis());
                } else {
                    addClasses(path, fingerprint);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read", e);
        }
        return fingerprint.finish();
    }

    private static void addClasses(Path folder, Fingerprint fingerprint) throws IOException {
        var hasher = new Hasher();
        for (String room : ROOMS) {
            Path home = folder.resolve("dev").resolve("lanescope").resolve(room);
            if (Files.isDirectory(home)) {
                try (Stream<Path> files = Files.walk(home)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        fingerprint.add(folder.relativize(file)).add(hasher.of(file));
                    }
                }
            }
        }
    }
}
