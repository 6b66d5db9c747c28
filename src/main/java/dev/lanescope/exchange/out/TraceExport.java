package dev.lanescope.exchange.out;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.WholeFile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Writes traces into files of other tools. A file appears whole or not at all.
public final class TraceExport {

    /// The ending of names of files that are to be packed by gzip.
    static final String PACKED = ".gz";

    private static final int BUFFER = 1 << 16;

    private TraceExport() {}

    /// Writes a trace, in place of a file that is there; packed if the file's name ends in `.gz`. A
    /// trace that is still being recorded is written as far as the snapshot saw it.
    ///
    /// @throws TraceFileException if the file cannot be written; the message is for people
    public static void write(Snapshot trace, ExportFormat format, Path file)
            throws TraceFileException {
        write(file, out -> format.write(trace, out));
    }

    /// Writes a run of ours as a JFR recording behind the JVM's own recording of it: our spans
    /// beside what the JVM told.
    ///
    /// @param recording what Flight Recorder kept while the run went on
    /// @param started when the run began, on the clock of that recording
    /// @throws TraceFileException if the file cannot be written; the message is for people
    public static void writeBeside(Snapshot trace, Path recording, Instant started, Path file)
            throws TraceFileException {
        write(
                file,
                out -> {
                    Files.copy(recording, out);
                    JfrFile.writeBeside(trace, JfrClock.as(recording, started), out);
                });
    }

    private static void write(Path file, WholeFile.Content content) throws TraceFileException {
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(PACKED);
        WholeFile.write(
                file,
                raw -> {
                    if (packed) {
                        var gzip = new GZIPOutputStream(raw, BUFFER);
                        writeBuffered(content, gzip);
                        gzip.finish();
                    } else {
                        writeBuffered(content, raw);
                    }
                });
    }

    /// One sentence about what of a trace a format cannot hold; empty if it can hold all that there
    /// is. Facts about the run, which only our own file keeps, are not counted.
    public static Optional<String> leavesOut(Snapshot trace, ExportFormat format) {
        try {
            return LeftOut.of(trace, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written
        }
    }

    private static void writeBuffered(WholeFile.Content content, OutputStream out)
            throws IOException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        content.writeTo(buffered);
        buffered.flush();
    }
}
