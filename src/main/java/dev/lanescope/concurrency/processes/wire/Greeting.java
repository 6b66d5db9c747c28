package dev.lanescope.concurrency.processes.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// The first words on a line. The child names itself by a token that it was told over its standard
/// input, so no other process can pose as it; both say which language they speak.
public final class Greeting {

    private static final long MAGIC = 0x4c414e4553434f50L; // LANESCOP
    private static final int VERSION = 1;
    private static final int TOKEN = 32;

    private Greeting() {}

    public static byte[] newToken() {
        byte[] token = new byte[TOKEN];
        new SecureRandom().nextBytes(token);
        return token;
    }

    /// The child's words.
    public static void ofChild(byte[] token, InputStream from, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.write(token);
        out.flush();
        expectLanguage(new DataInputStream(from));
    }

    /// The parent's answer.
    ///
    /// @throws IOException if it is not the child that was given the token
    public static void ofParent(byte[] token, InputStream from, OutputStream to)
            throws IOException {
        var in = new DataInputStream(from);
        expectLanguage(in);
        if (!MessageDigest.isEqual(token, in.readNBytes(TOKEN))) {
            throw new IOException("somebody else than the child has called");
        }
        var out = new DataOutputStream(to);
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.flush();
    }

    private static void expectLanguage(DataInputStream in) throws IOException {
        if (in.readLong() != MAGIC) {
            throw new IOException("the other side does not speak this language");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("the other side speaks version " + version + ", not " + VERSION);
        }
    }
}
