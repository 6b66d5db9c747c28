package dev.lanescope.reuse;

import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.output.OutputTree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Gatherers;

/// What lies in an output folder once everything is written, read by as many threads as there are
/// cores: nothing is measured any more, and somebody waits.
///
/// @param known files that need not be read, by path
/// @param stopped asked before every file
record ReadBack(Path folder, Map<String, Written> known, BooleanSupplier stopped) {

    private static final int FILES_AT_ONCE = 16;

    /// Every file that counts, by path; not all of them if it was stopped.
    SortedMap<String, Written> files() throws IOException {
        var files = new TreeMap<String, Written>();
        try {
            OutputTree.files(folder).stream()
                    .gather(Gatherers.windowFixed(FILES_AT_ONCE))
                    .toList()
                    .parallelStream()
                    .map(this::read)
                    .forEachOrdered(files::putAll);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private Map<String, Written> read(List<String> paths) {
        var hasher = new Hasher();
        var files = new TreeMap<String, Written>();
        try {
            for (String path : paths) {
                if (stopped.getAsBoolean()) {
                    break;
                }
                @Nullable Written kept = known.get(path);
                files.put(path, kept == null ? Written.read(folder.resolve(path), hasher) : kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
