package dev.lanescope.pipeline.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Hashes bytes and files, one after the other. Not for two threads at once.
public final class Hasher {

    private final MessageDigest digest = sha256();
    private byte[] piece = new byte[0];

    /// The hash of all these bytes.
    public ContentHash of(byte[] bytes) {
        return ContentHash.ofDigest(digest.digest(bytes));
    }

    /// The hash of a file's bytes; a symbolic link is not followed but refused.
    ///
    /// @throws IOException if it cannot be read
    public ContentHash of(Path file) throws IOException {
        if (piece.length == 0) {
            piece = new byte[64 * 1024];
        }
        digest.reset();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return ContentHash.ofDigest(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
