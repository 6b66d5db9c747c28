package dev.lanescope.trace;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipException;

/// Traces on disk: our own format, byte by byte in `docs/trace-format.md`.
///
/// A file is a head that is never packed and then chunks, each with a checksum, so that it can be
/// written while the run goes on (see [TraceLog]) and read as far as it goes. Reading trusts
/// nothing: what passes the checksums is still held to the limits of [TraceFormat] and to a share
/// of this JVM's memory.
public final class TraceFile {

    /// In so many slices the trace of a short run is written, if each has spans enough.
    private static final long LEAST_SLICES = 8;

    private static final long SPANS_WORTH_A_SLICE = 1_000;

    /// How the name of a trace file ends, without the dot.
    public static final String EXTENSION = "lanescope";

    /// How the name of a file ends that is being written, without the dot.
    public static final String PART = "part";

    private TraceFile() {}

    /// Writes the trace under a temporary name beside the file and then renames it, so that nobody
    /// ever sees half of it. Replaces a file that is there. A trace that is still being recorded is
    /// written as far as the snapshot saw it.
    public static void write(Snapshot snapshot, Path file) throws TraceFileException {
        WholeFile.write(
                file,
                out -> {
                    try (var writer = new TraceWriter(out, file, Deflater.DEFAULT_COMPRESSION)) {
                        write(snapshot, writer);
                    }
                });
    }

    /// Slice by slice, as if it had been written while the run went on: so even of a file that is
    /// cut in two the first half can be read, and of one whose end alone is missing all but that.
    private static void write(Snapshot snapshot, TraceWriter writer) throws IOException {
        long slices =
                Math.max(
                        1 + snapshot.spans() / TraceFormat.ROWS_IN_CHUNK,
                        Math.min(LEAST_SLICES, snapshot.spans() / SPANS_WORTH_A_SLICE));
        for (long slice = 1; slice <= slices; slice++) {
            writer.append(snapshot, snapshot.endNanos() / slices * slice);
        }
        writer.end(snapshot);
    }

    /// @param left what to say besides
    static TraceFileException unwritten(Path file, IOException e, String left) {
        return e instanceof TraceFileException known
                ? known
                : new TraceFileException(
                        file, "cannot be written: " + WholeFile.reason(e) + left, e);
    }

    /// Reads a trace. The sentence of the exception says whether the file is missing, not ours, too
    /// new, damaged and where, or too big for this JVM.
    ///
    /// Of a file that was cut short, because its run was killed or the disk was full, everything is
    /// read up to the last moment that was written; then the trace is not finished, and a remark
    /// says so.
    public static Snapshot read(Path file) throws TraceFileException {
        try {
            return read(file, Runtime.getRuntime().maxMemory() / 2, _ -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TraceFileException(file, "was not read: reading was given up", e);
        }
    }

    /// Reads a trace that may be long.
    ///
    /// @param mostBytes how much memory it may take
    /// @param progress is told now and then which part has been read, 0 to 1, on this thread
    /// @throws InterruptedException if this thread was interrupted; nothing is left behind
    public static Snapshot read(Path file, long mostBytes, DoubleConsumer progress)
            throws TraceFileException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw missing(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            byte[] head = in.readNBytes(TraceFormat.HEAD_BYTES);
            byte[] magic = TraceFormat.magic();
            if (!Arrays.equals(Arrays.copyOf(head, magic.length), magic)) {
                throw new TraceFileException(file, "is not a Lanescope trace");
            }
            if (head.length < TraceFormat.HEAD_BYTES) {
                throw new TraceFileException(file, "was cut short: it ends in its head");
            }
            int version = TraceFormat.versionOf(head);
            if (version > TraceFormat.VERSION) {
                throw new TraceFileException(
                        file,
                        "was written by a newer Lanescope (trace format "
                                + version
                                + ", this one reads up to "
                                + TraceFormat.VERSION
                                + "): update Lanescope to open it");
            }
            return version <= TraceFormat.LAST_IN_ONE_PIECE
                    ? OldTraceFile.read(file, size, mostBytes, progress)
                    : TraceReader.read(in, head, file, size, mostBytes, progress);
        } catch (TraceFileException e) {
            throw e;
        } catch (Refusal e) {
            throw new TraceFileException(file, e.complaint(), e);
        } catch (EOFException | ZipException e) {
            throw new TraceFileException(file, "is damaged: its packed part breaks off", e);
        } catch (IOException e) {
            throw new TraceFileException(file, "cannot be read: " + WholeFile.reason(e), e);
        }
    }

    /// Whether a file holds a trace of ours, whole or cut short, or nothing at all, so that nothing
    /// else is lost with it. False if it cannot be read, or is none.
    public static boolean holdsNothingElse(Path file) {
        byte[] magic = TraceFormat.magic();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(magic.length);
            return Arrays.equals(head, Arrays.copyOf(magic, head.length));
        } catch (IOException e) {
            return false;
        }
    }

    /// The complaint about something that is no file. If a run that never ended has left its trace
    /// beside it, it says so.
    private static TraceFileException missing(Path file) {
        Path part = TraceLog.partOf(file);
        String why = "no such file";
        if (Files.exists(file)) {
            why = "it is not a file";
        } else if (Files.isRegularFile(part)) {
            why += ", but " + part + " was left by a run that did not come to its end";
        }
        return new TraceFileException(file, "cannot be read: " + why);
    }
}
