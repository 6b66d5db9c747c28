package dev.lanescope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Writes a trace file chunk by chunk, each packed on its own and handed on in one piece, so that
/// whatever is cut off later was a chunk or the last one. The counterpart of [ChunkReader].
final class ChunkWriter implements AutoCloseable {

    private final OutputStream out;
    private final Deflater deflater;
    private byte[] packed = new byte[1 << 12];
    private int link;

    /// Begins the file.
    ///
    /// @param level how hard to pack, as [Deflater] counts it
    ChunkWriter(OutputStream out, int level) throws IOException {
        this.out = out;
        this.deflater = new Deflater(level, true);
        byte[] head = TraceFormat.head();
        out.write(head);
        link = Checksums.of(head, 0, head.length);
    }

    void write(ChunkKind kind, ByteSink content) throws IOException {
        int end = pack(content);
        int bodyBytes = end - TraceFormat.CHUNK_HEAD_BYTES;
        int body = Checksums.of(packed, TraceFormat.CHUNK_HEAD_BYTES, bodyBytes);
        ByteBuffer head = ByteBuffer.wrap(packed, 0, TraceFormat.CHUNK_HEAD_BYTES);
        head.put((byte) kind.code()).putInt(bodyBytes).putInt(content.size()).putInt(body);
        link = Checksums.link(link, packed);
        head.putInt(link);
        out.write(packed, 0, end);
    }

    /// Packs the content behind the room for the head.
    ///
    /// @return where it ends
    private int pack(ByteSink content) {
        deflater.reset();
        deflater.setInput(content.array(), 0, content.size());
        deflater.finish();
        int end = TraceFormat.CHUNK_HEAD_BYTES;
        while (!deflater.finished()) {
            if (end == packed.length) {
                packed = Arrays.copyOf(packed, 2 * packed.length);
            }
            end += deflater.deflate(packed, end, packed.length - end);
        }
        return end;
    }

    /// Closes what it writes to.
    @Override
    public void close() throws IOException {
        deflater.end();
        out.close();
    }
}
