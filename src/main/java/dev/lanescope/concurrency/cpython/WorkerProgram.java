package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.cpython.runtime.UnwritableCache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The program in Python that does the work, as files that an interpreter can import: they lie in
/// the user's cache, in a folder that is named by what they hold.
final class WorkerProgram {

    /// The package that is run.
    static final String NAME = "lanescope_worker";

    private static final List<String> FILES =
            List.of(
                    "__init__.py",
                    "__main__.py",
                    "blocks.py",
                    "costs.py",
                    "crew.py",
                    "faults.py",
                    "front_matter.py",
                    "inline.py",
                    "lane.py",
                    "lines.py",
                    "markdown.py",
                    "page.py",
                    "renderers.py",
                    "unheard.py",
                    "whole.py",
                    "worker.py");

    private WorkerProgram() {}

    /// The folder to import it from; it is written if it does not lie there as it should.
    ///
    /// @throws IOException with one sentence if that cannot be done
    static Path in(Path folder) throws IOException {
        Map<String, byte[]> files = read();
        Path place = folder.resolve("worker-" + hash(files));
        try {
            return isThere(place, files) ? place : written(files, place);
        } catch (IOException e) {
            throw new UnwritableCache("the program for Python cannot be written into", folder, e);
        }
    }

    private static Path written(Map<String, byte[]> files, Path place) throws IOException {
        Path folder = Files.createDirectories(place.getParent());
        Path part = Files.createTempDirectory(folder, ".worker-");
        Path inside = part.resolve(NAME);
        try {
            Files.createDirectory(inside);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(inside.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            for (String name : files.keySet()) {
                Files.deleteIfExists(inside.resolve(name));
            }
            Files.deleteIfExists(inside);
            Files.deleteIfExists(part);
            throw e;
        }
        try {
            Files.move(part, place);
            return place;
        } catch (FileSystemException _) {
            return isThere(place, files) ? place : part; // somebody else was faster, or broke it
        }
    }

    private static boolean isThere(Path place, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path there = place.resolve(NAME).resolve(file.getKey());
            if (!Files.isRegularFile(there)
                    || !Arrays.equals(Files.readAllBytes(there), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : FILES) {
            try (InputStream in = WorkerProgram.class.getResourceAsStream(NAME + "/" + name)) {
                if (in == null) {
                    throw new IOException("the program has lost its " + name);
                }
                files.put(name, in.readAllBytes());
            }
        }
        return files;
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((_, bytes) -> digest.update(bytes));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
