package dev.lanescope.trace;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Traces on disk: our own format, byte by byte in `docs/trace-format.md`.
///
/// A file is a head that is never compressed, a deflated body and a checksum of both. It appears
/// whole or not at all. Reading trusts nothing: the checksum comes first, and what passes it is
/// still held to the limits of [TraceFormat] and to a share of this JVM's memory.
public final class TraceFile {

    /// How the name of a trace file ends, without the dot.
    public static final String EXTENSION = "lanescope";

    private static final int BUFFER = 1 << 16;

    private TraceFile() {}

    /// Writes the trace under a temporary name beside the file and then renames it, so that nobody
    /// ever sees half of it. Replaces a file that is there. A trace that is still being recorded is
    /// written as far as the snapshot saw it.
    public static void write(Snapshot snapshot, Path file) throws TraceFileException {
        WholeFile.write(file, out -> write(snapshot, file, out));
    }

    private static void write(Snapshot snapshot, Path file, OutputStream raw) throws IOException {
        var checksum = new CRC32C();
        var out = new CheckedOutputStream(new BufferedOutputStream(raw, BUFFER), checksum);
        out.write(TraceFormat.magic());
        out.write(TraceFormat.VERSION >>> 8);
        out.write(TraceFormat.VERSION);
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var body = new DeflaterOutputStream(keptOpen(out), deflater, BUFFER)) {
            var buffered = new BufferedOutputStream(body, BUFFER);
            new TraceWriter(buffered, file).write(snapshot);
            buffered.flush();
        } finally {
            deflater.end();
        }
        out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        out.flush();
    }

    /// Reads a whole trace. The sentence of the exception says whether the file is missing, not
    /// ours, too new, damaged, or too big for this JVM.
    public static Snapshot read(Path file) throws TraceFileException {
        return read(file, Runtime.getRuntime().maxMemory() / 2);
    }

    /// @param mostBytes how much memory the trace may take
    static Snapshot read(Path file, long mostBytes) throws TraceFileException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new TraceFileException(
                        file,
                        "cannot be read: "
                                + (Files.exists(file) ? "it is not a file" : "no such file"));
            }
            Checked checked = checked(file);
            var inflater = new Inflater(true);
            try (InputStream in = Files.newInputStream(file);
                    var upToChecksum = new Bounded(in, checked.bodyEnd())) {
                upToChecksum.skipNBytes(TraceFormat.HEAD_BYTES);
                var body = new InflaterInputStream(upToChecksum, inflater, BUFFER);
                var reader =
                        new TraceReader(
                                new BufferedInputStream(body, BUFFER),
                                file,
                                checked.version(),
                                mostBytes);
                Snapshot snapshot = reader.read();
                if (inflater.getRemaining() > 0 || upToChecksum.read() >= 0) {
                    throw new TraceFileException(file, "is damaged: bytes follow after its end");
                }
                return snapshot;
            } finally {
                inflater.end();
            }
        } catch (TraceFileException e) {
            throw e;
        } catch (EOFException | ZipException e) {
            throw new TraceFileException(file, "is damaged: its packed part breaks off", e);
        } catch (IOException e) {
            throw new TraceFileException(file, "cannot be read: " + WholeFile.reason(e), e);
        }
    }

    /// What is known of a file whose head and checksum are right.
    ///
    /// @param bodyEnd where the checksum begins
    private record Checked(int version, long bodyEnd) {}

    private static Checked checked(Path file) throws IOException {
        long size = Files.size(file);
        long bodyEnd = size - TraceFormat.CHECKSUM_BYTES;
        var checksum = new CRC32C();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var summed = new CheckedInputStream(in, checksum);
            byte[] magic = summed.readNBytes(TraceFormat.magic().length);
            if (!Arrays.equals(magic, TraceFormat.magic())) {
                throw new TraceFileException(file, "is not a Lanescope trace");
            }
            if (bodyEnd < TraceFormat.HEAD_BYTES) {
                throw new TraceFileException(file, "was cut short: it ends after its head");
            }
            int version = (summed.read() << 8) | summed.read();
            if (version > TraceFormat.VERSION) {
                throw new TraceFileException(
                        file,
                        "was written by a newer Lanescope (trace format "
                                + version
                                + ", this one reads up to "
                                + TraceFormat.VERSION
                                + "): update Lanescope to open it");
            }
            summed.skipNBytes(bodyEnd - TraceFormat.HEAD_BYTES);
            int stored = ByteBuffer.wrap(in.readNBytes(TraceFormat.CHECKSUM_BYTES)).getInt();
            if (stored != (int) checksum.getValue() || version < TraceFormat.OLDEST) {
                throw new TraceFileException(
                        file, "is damaged or was cut short: its checksum is wrong");
            }
            return new Checked(version, bodyEnd);
        }
    }

    private static OutputStream keptOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
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
