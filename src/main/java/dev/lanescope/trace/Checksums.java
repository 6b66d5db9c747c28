package dev.lanescope.trace;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The checksums of a trace file.
final class Checksums {

    /// The part of a chunk's head that its own checksum covers.
    private static final int SUMMED = TraceFormat.CHUNK_HEAD_BYTES - TraceFormat.CHECKSUM_BYTES;

    private Checksums() {}

    static int of(byte[] bytes, int from, int count) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, count);
        return (int) checksum.getValue();
    }

    /// The checksum of a chunk's head. It covers that of the head before, so no chunk can be
    /// missing, come twice, or stand elsewhere.
    ///
    /// @param before that of the chunk before, or of the file's head
    /// @param head the chunk's head, at the beginning of these bytes
    static int link(int before, byte[] head) {
        var checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, before));
        checksum.update(head, 0, SUMMED);
        return (int) checksum.getValue();
    }
}
