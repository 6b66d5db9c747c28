package dev.lanescope.exchange.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint of a part.
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    static String of(byte[] bytes) {
        return words(digest().digest(bytes));
    }

    /// Of all that a stream still holds.
    static String of(InputStream in) throws IOException {
        var digest = new DigestInputStream(in, digest());
        digest.transferTo(OutputStream.nullOutputStream());
        return words(digest.getMessageDigest().digest());
    }

    static String words(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
