package dev.lanescope.pipeline;

import dev.lanescope.content.Site;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Stream;

/// All files of a written site as one number: two models wrote the same site if their hashes are
/// the same.
public final class OutputTree {

    private OutputTree() {}

    /// The SHA-256, in hex, over path, length and bytes of every regular file, in the order of
    /// their paths. The marker and temporary files do not count.
    ///
    /// @throws IOException if something cannot be read
    public static String hash(Path folder) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        for (String path : files(folder)) {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve(path);
            digest.update(ByteBuffer.allocate(4).putInt(name.length).flip());
            digest.update(name);
            digest.update(ByteBuffer.allocate(8).putLong(Files.size(file)).flip());
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The paths that count, sorted, with `/`.
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !OutputFolder.isTemporary(file))
                    .map(file -> folder.relativize(file).toString())
                    .map(path -> path.replace(folder.getFileSystem().getSeparator(), "/"))
                    .filter(path -> !path.equals(Site.MARKER))
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
