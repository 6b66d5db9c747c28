package dev.lanescope.pipeline.output;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Hasher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All files of a written site as one number: two models wrote the same site if their hashes are
/// the same. A file enters by its own hash, so that a build that kept files need not read them
/// again.
public final class OutputTree {

    /// The file, in an output folder, that says how the site was made; see `reuse`. It belongs to
    /// no site.
    public static final String BUILD_RECORD = ".lanescope-build";

    private OutputTree() {}

    /// One file of the tree.
    ///
    /// @param bytes its size
    public record Leaf(long bytes, ContentHash content) {}

    /// The SHA-256, in hex, over path, length and [ContentHash] of every regular file, in the order
    /// of their paths. The marker, the build record and temporary files do not count.
    ///
    /// @throws IOException if something cannot be read
    public static String hash(Path folder) throws IOException {
        var hasher = new Hasher();
        var leaves = new TreeMap<String, Leaf>();
        for (String path : files(folder)) {
            Path file = folder.resolve(path);
            leaves.put(path, new Leaf(Files.size(file), hasher.of(file)));
        }
        return hash(leaves);
    }

    /// The hash of a tree with these files, by path.
    public static String hash(SortedMap<String, Leaf> leaves) {
        MessageDigest digest = sha256();
        leaves.forEach((path, leaf) -> {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(name.length).flip());
            digest.update(name);
            digest.update(
                    ByteBuffer.allocate(3 * Long.BYTES)
                            .putLong(leaf.bytes())
                            .putLong(leaf.content().high())
                            .putLong(leaf.content().low())
                            .flip());
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Whether a file belongs to the site, by its path from the output folder.
    public static boolean counts(String path) {
        return !path.equals(Site.MARKER)
                && !path.equals(BUILD_RECORD)
                && !OutputFolder.isTemporary(Path.of(path));
    }

    /// The paths that count, sorted, with `/`.
    ///
    /// @throws IOException if the folder cannot be read
    public static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString())
                    .map(path -> path.replace(folder.getFileSystem().getSeparator(), "/"))
                    .filter(OutputTree::counts)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
