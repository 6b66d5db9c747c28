package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The executables that the user added because nobody looks where they lie, in a file, one a line.
final class Added {

    private static final long BIGGEST = 1 << 16;
    private static final int MOST = 64;

    private final Path file;

    /// @param folder of the app, for Pythons
    Added(Path folder) {
        file = folder.resolve("added");
    }

    /// In the order in which they were added; none if nobody can read it.
    List<Path> list() {
        List<Path> all = new ArrayList<>();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= BIGGEST) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank() && all.size() < MOST) {
                        all.add(Path.of(line));
                    }
                }
            }
        } catch (IOException | InvalidPathException _) {
            // whoever misses one adds it again
        }
        return all;
    }

    void add(Path executable) throws IOException {
        List<Path> all = list();
        if (!all.contains(executable)) {
            all.add(executable);
            write(all);
        }
    }

    void remove(Path executable) throws IOException {
        List<Path> all = list();
        if (all.remove(executable)) {
            write(all);
        }
    }

    private void write(List<Path> all) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, all.stream().map(Path::toString).toList());
    }
}
