package dev.lanescope.concurrency.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of our own source, and what is counted in it.
///
/// @param path in the source folder, e.g. `dev/lanescope/concurrency/threads/FixedPool.java`
/// @param lines lines of code, without blank ones and those that hold only comments
/// @param states fields that change: those that are not final, and those that hold a lock, a queue,
///   a latch or an atomic value (types of `java.util.concurrent`)
/// @param failurePaths ways on which something goes wrong: each `catch` and each `throw`
public record SourceFile(String path, String text, int lines, int states, int failurePaths) {

    /// E.g. `FixedPool.java`.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Where it lies below the models' room, e.g. `threads/FixedPool.java`.
    public String shortPath() {
        return path.startsWith(CodeShelf.ROOM) ? path.substring(CodeShelf.ROOM.length()) : path;
    }

    /// The SHA-256 of its bytes, in hexadecimal digits.
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
