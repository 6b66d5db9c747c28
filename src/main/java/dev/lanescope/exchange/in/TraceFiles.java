package dev.lanescope.exchange.in;

import dev.lanescope.exchange.in.chrome.EndOfJson;
import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.foreign.Source;
import dev.lanescope.exchange.in.jfr.JfrReader;
import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.DoubleConsumer;
import java.util.zip.ZipException;

/// Opens any trace: the one door for the terminal and the window.
///
/// A file is recognised by its bytes. Whatever it holds, the outcome is a trace whose lanes are
/// tiled, or one sentence; memory is bounded by half of what this Java may use, and reading can be
/// interrupted.
public final class TraceFiles {

    private TraceFiles() {}

    /// Opens a file.
    ///
    /// @param progress is told now and then which part has been read, 0 to 1, on the reading thread
    /// @throws TraceFileException if it cannot be opened; its message is one sentence for people
    /// @throws InterruptedException if the thread was interrupted; nothing is left behind
    public static Snapshot open(Path file, DoubleConsumer progress)
            throws TraceFileException, InterruptedException {
        return open(file, Runtime.getRuntime().maxMemory() / 2, progress);
    }

    /// @param mostBytes how much memory the trace may take
    static Snapshot open(Path file, long mostBytes, DoubleConsumer progress)
            throws TraceFileException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            return TraceFile.read(file, mostBytes, progress); // which says why it cannot
        }
        try {
            return read(file, mostBytes, progress);
        } catch (TraceFileException e) {
            throw e;
        } catch (Refusal e) {
            throw new TraceFileException(file, e.complaint(), e);
        } catch (JacksonException e) {
            throw refused(file, e);
        } catch (EOFException e) {
            throw new TraceFileException(file, "was cut short: its packed part breaks off", e);
        } catch (ZipException e) {
            throw new TraceFileException(file, "is damaged: it cannot be unpacked", e);
        } catch (AccessDeniedException e) {
            throw new TraceFileException(file, "cannot be read: you may not read it", e);
        } catch (IOException e) {
            throw new TraceFileException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static Snapshot read(Path file, long mostBytes, DoubleConsumer progress)
            throws IOException, InterruptedException {
        long bytes = Files.size(file);
        var allowance = new Allowance(mostBytes);
        var trace = new ForeignTrace(allowance);
        return switch (FileKind.of(head(file))) {
            case LANESCOPE -> TraceFile.read(file, mostBytes, progress);
            case JFR -> {
                var reader = new JfrReader(trace, allowance);
                reader.read(file, bytes, progress);
                yield trace.finish(source("JFR recording", file, bytes, reader.started()));
            }
            case JSON -> {
                try (var in = new ReadBytes(Files.newInputStream(file), bytes, progress)) {
                    String format = new JsonTrace(trace, allowance).read(in);
                    yield trace.finish(source(format, file, bytes, Instant.EPOCH));
                }
            }
            case GZIP -> {
                try (var packed = new ReadBytes(Files.newInputStream(file), bytes, progress);
                        var in = checked(new Unpacked(packed, bytes))) {
                    String format = new JsonTrace(trace, allowance).read(in);
                    yield trace.finish(source(format, file, bytes, Instant.EPOCH));
                }
            }
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileKind.HEAD_BYTES);
        }
    }

    private static Source source(String format, Path file, long bytes, Instant started) {
        return new Source(format, String.valueOf(file.getFileName()), bytes, started);
    }

    /// What was unpacked, if it is JSON.
    private static InputStream checked(Unpacked unpacked) throws IOException {
        var in = new PushbackInputStream(unpacked, FileKind.HEAD_BYTES);
        byte[] head = in.readNBytes(FileKind.HEAD_BYTES);
        in.unread(head);
        if (FileKind.of(head) != FileKind.JSON) {
            throw new Refusal(
                    "is packed: only trace events may be, so unpack it with gunzip first");
        }
        return in;
    }

    /// What a broken JSON file is told.
    private static TraceFileException refused(Path file, JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return new TraceFileException(file, refusal.complaint(), e);
            }
            if (cause instanceof EOFException || cause instanceof ZipException) {
                return new TraceFileException(
                        file, "is damaged or was cut short: it cannot be unpacked to its end", e);
            }
        }
        String where = where(e.getLocation());
        if (EndOfJson.isReached(e)) {
            return new TraceFileException(
                    file, "was cut short: its JSON ends in the middle" + where, e);
        }
        if (e instanceof StreamConstraintsException) {
            return new TraceFileException(
                    file,
                    "nests too deeply, or has a text or a number that is too long" + where,
                    e);
        }
        return new TraceFileException(file, "is not JSON" + where + ": " + reason(e), e);
    }

    private static String where(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String reason(JacksonException e) {
        String line = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("").strip();
        return line.length() <= 150 ? line : line.substring(0, 150) + "…";
    }
}
