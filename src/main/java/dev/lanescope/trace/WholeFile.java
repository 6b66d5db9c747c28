package dev.lanescope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/// A file that appears whole or not at all: it is written under a temporary name beside its place
/// and renamed when it is complete, so nobody ever sees half of it. A file that was there before
/// stays as it is until then.
public final class WholeFile {

    /// Writes what shall be in the file, piece by piece.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// Writes the file, in place of one that is there.
    ///
    /// @param content is given a stream without a buffer
    /// @throws TraceFileException if it cannot be written; nothing has changed then
    public static void write(Path file, Content content) throws TraceFileException {
        Path whole = file.toAbsolutePath();
        Path part =
                whole.resolveSibling(
                        whole.getFileName()
                                + "."
                                + Long.toHexString(ThreadLocalRandom.current().nextLong())
                                + "."
                                + TraceFile.PART);
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            move(part, whole);
        } catch (TraceFileException e) {
            throw e;
        } catch (IOException e) {
            throw new TraceFileException(file, "cannot be written: " + reason(e), e);
        } finally {
            discard(part);
        }
    }

    /// Gives a file that is whole its name, in place of one that is there.
    static void move(Path part, Path whole) throws IOException {
        Files.move(
                part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Deletes what is not needed any more, as far as that can be done.
    public static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The file under its final name is whole or untouched; a stray part does no harm.
            part.toFile().deleteOnExit();
        }
    }

    /// Why reading or writing failed, in a few words.
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        String words = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return words != null ? words : e.getClass().getSimpleName();
    }
}
