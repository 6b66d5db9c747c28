package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// Takes a trace file apart into its chunks, as far as it goes. The counterpart of [ChunkWriter].
final class ChunkReader {

    /// Packing can make a chunk longer, if only by a little.
    private static final int MOST_PACKED_BYTES = TraceFormat.MOST_CHUNK_BYTES + (1 << 16);

    private final InputStream in;
    private final Path file;
    private final long size;
    private final byte[] head = new byte[TraceFormat.CHUNK_HEAD_BYTES];
    private long at = TraceFormat.HEAD_BYTES;
    private int link;
    private boolean cut;

    /// @param in stands behind the head of the file
    /// @param fileHead magic and version, as they stand in the file
    /// @param size of the file; bytes that are written later are not looked at
    ChunkReader(InputStream in, byte[] fileHead, Path file, long size) {
        this.in = in;
        this.file = file;
        this.size = size;
        this.link = Checksums.of(fileHead, 0, fileHead.length);
    }

    /// Whether the file ended in the middle of a chunk.
    boolean wasCut() {
        return cut;
    }

    /// How much of the file has been read, in bytes.
    long at() {
        return at;
    }

    /// The next chunk; empty at the end of the file, or where it was cut.
    Optional<Chunk> next() throws IOException {
        if (cut || at == size) {
            return Optional.empty();
        }
        if (size - at < head.length || in.readNBytes(head, 0, head.length) < head.length) {
            return cutHere();
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        @Nullable ChunkKind kind = ChunkKind.of(fields.get());
        int packedBytes = fields.getInt();
        int length = fields.getInt();
        int checksum = fields.getInt();
        link = Checksums.link(link, head);
        if (link != fields.getInt()) {
            if (onlyZerosFollow()) {
                return cutHere();
            }
            throw damaged("the head of a chunk is not as it was written");
        }
        if (kind == null
                || !isLength(packedBytes, MOST_PACKED_BYTES)
                || !isLength(length, TraceFormat.MOST_CHUNK_BYTES)) {
            throw damaged("an impossible chunk");
        }
        if (packedBytes > size - at - head.length) {
            return cutHere();
        }
        byte[] packed = in.readNBytes(packedBytes);
        if (packed.length < packedBytes) {
            return cutHere();
        }
        var place = new Place(file, kind, at);
        at += head.length + packedBytes;
        var chunk = new Chunk(place, packed, length, checksum, at == size);
        return chunk.isTorn() ? cutHere() : Optional.of(chunk);
    }

    private static boolean isLength(int bytes, int most) {
        return bytes >= 0 && bytes <= most;
    }

    private Optional<Chunk> cutHere() {
        cut = true;
        return Optional.empty();
    }

    /// So a file ends whose length reached the disk, but not its last bytes.
    private boolean onlyZerosFollow() throws IOException {
        for (byte each : head) {
            if (each != 0) {
                return false;
            }
        }
        byte[] buffer = new byte[1 << 13];
        for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
            for (int i = 0; i < got; i++) {
                if (buffer[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private TraceFileException damaged(String what) {
        return new TraceFileException(file, "is damaged at byte " + at + ": " + what);
    }
}
