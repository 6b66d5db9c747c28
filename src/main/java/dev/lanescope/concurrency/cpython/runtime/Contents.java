package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an unpacked folder held when it was complete: each file and its size, so that a folder of
/// which somebody cleared away a part is known for what it is.
///
/// @param hash of the executable
/// @param sizes of all files, by their paths with `/`
record Contents(String hash, Map<String, Long> sizes) {

    private static final String LIST = "unpacked.files";
    private static final long BIGGEST = 4 << 20;

    Contents {
        sizes = Map.copyOf(sizes);
    }

    /// What a folder holds now.
    static Contents of(Path folder, String hash) throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file).toString().replace('\\', '/'), Files.size(file));
            }
        }
        return new Contents(hash, sizes);
    }

    /// What it held when it was complete.
    ///
    /// @throws IOException if nobody wrote that down, or nobody can read it
    static Contents read(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (Files.size(list) > BIGGEST) {
            throw new IOException(list + " is too big");
        }
        List<String> lines = Files.readAllLines(list);
        var sizes = new TreeMap<String, Long>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int space = line.indexOf(' ');
            if (space < 1 || !line.substring(0, space).matches("\\d{1,12}")) {
                throw new IOException(list + " is no list of files");
            }
            sizes.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        }
        return new Contents(lines.isEmpty() ? "" : lines.getFirst(), sizes);
    }

    void write(Path folder) throws IOException {
        var lines = new ArrayList<String>(List.of(hash));
        new TreeMap<>(sizes).forEach((name, size) -> lines.add(size + " " + name));
        Files.write(folder.resolve(LIST), lines);
    }

    /// Whether all of it still lies there. What Python adds, such as compiled modules, is no harm.
    ///
    /// @param now the hash of the executable as it is
    boolean isWhole(Path folder, String now) throws IOException {
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            Path place = folder.resolve(file.getKey());
            if (!Files.isRegularFile(place) || Files.size(place) != file.getValue()) {
                return false;
            }
        }
        return hash.equals(now) && !sizes.isEmpty();
    }
}
