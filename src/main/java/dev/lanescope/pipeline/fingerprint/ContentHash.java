package dev.lanescope.pipeline.fingerprint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The first 128 bits of the SHA-256 of some bytes. Content is untrusted, so nothing weaker decides
/// whether two files are the same.
///
/// @param high the first 64 bits
/// @param low the 64 bits after them
public record ContentHash(long high, long low) {

    /// How many bytes it takes.
    public static final int BYTES = 16;

    static ContentHash ofDigest(byte[] sha256) {
        var bytes = ByteBuffer.wrap(sha256);
        return new ContentHash(bytes.getLong(), bytes.getLong());
    }

    /// Writes what [#read] reads: [#BYTES] bytes.
    public void write(DataOutput out) throws IOException {
        out.writeLong(high);
        out.writeLong(low);
    }

    /// Reads what [#write] wrote.
    public static ContentHash read(DataInput in) throws IOException {
        return new ContentHash(in.readLong(), in.readLong());
    }

    /// 32 hexadecimal digits.
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
