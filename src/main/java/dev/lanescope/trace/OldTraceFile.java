package dev.lanescope.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Files of the versions up to [TraceFormat#LAST_IN_ONE_PIECE]: a head, one packed body, and a
/// checksum of both, which comes first when such a file is read.
final class OldTraceFile {

    private static final int BUFFER = 1 << 16;

    private OldTraceFile() {}

    static Snapshot read(Path file, long size, long mostBytes, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Checked checked = checked(file);
        var inflater = new Inflater(true);
        try (InputStream in = Files.newInputStream(file);
                var upToChecksum = new Bounded(in, checked.bodyEnd())) {
            upToChecksum.skipNBytes(TraceFormat.HEAD_BYTES);
            var body = new InflaterInputStream(upToChecksum, inflater, BUFFER);
            var reader =
                    new OldTraceReader(
                            body,
                            file,
                            checked.version(),
                            mostBytes,
                            () -> progress.accept((double) inflater.getBytesRead() / size));
            Snapshot snapshot = reader.read();
            if (inflater.getRemaining() > 0 || upToChecksum.read() >= 0) {
                throw new TraceFileException(file, "is damaged: bytes follow after its end");
            }
            return snapshot;
        } finally {
            inflater.end();
        }
    }

    /// What is known of a file whose head and checksum are right.
    ///
    /// @param bodyEnd where the checksum begins
    private record Checked(int version, long bodyEnd) {}

    private static Checked checked(Path file) throws IOException {
        long bodyEnd = Files.size(file) - TraceFormat.CHECKSUM_BYTES;
        if (bodyEnd < TraceFormat.HEAD_BYTES) {
            throw new TraceFileException(file, "was cut short: it ends after its head");
        }
        var checksum = new CRC32C();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var summed = new CheckedInputStream(in, checksum);
            summed.skipNBytes(TraceFormat.magic().length);
            int version = (summed.read() << 8) | summed.read();
            summed.skipNBytes(bodyEnd - TraceFormat.HEAD_BYTES);
            int stored = ByteBuffer.wrap(in.readNBytes(TraceFormat.CHECKSUM_BYTES)).getInt();
            if (stored != (int) checksum.getValue() || version < TraceFormat.OLDEST) {
                throw new TraceFileException(
                        file, "is damaged or was cut short: its checksum is wrong");
            }
            return new Checked(version, bodyEnd);
        }
    }

    /// The first bytes of a stream.
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = in.read(bytes, from, (int) Math.min(count, left));
            left -= Math.max(got, 0);
            return got;
        }
    }
}
