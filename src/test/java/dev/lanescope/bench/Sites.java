package dev.lanescope.bench;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What benchmarks read and where they write: the system properties `lanescope.bench.content`
/// (folders, separated as in a class path) and `lanescope.bench.output`.
final class Sites {

    private Sites() {}

    /// The content folders; `sample-content` if none is named.
    static List<Path> folders() {
        String named = System.getProperty("lanescope.bench.content", "sample-content");
        return Arrays.stream(named.split(File.pathSeparator)).map(Path::of).toList();
    }

    static Site scan(Path folder) throws Exception {
        return SiteScanner.scan(folder, ScanProgress.NONE);
    }

    /// A new folder for output; in `lanescope.bench.output`, which had best be memory-backed.
    static Path newOutput() throws IOException {
        String place = System.getProperty("lanescope.bench.output", "");
        Path around = Path.of(place.isEmpty() ? System.getProperty("java.io.tmpdir", "") : place);
        return Files.createTempDirectory(Files.createDirectories(around), "lanescope-bench");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
