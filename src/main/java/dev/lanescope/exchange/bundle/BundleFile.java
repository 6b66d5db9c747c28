package dev.lanescope.exchange.bundle;

import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.TraceFileException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Bundles on disk: the one door for the terminal and the window. The format stands in
/// `docs/bundle-format.md`.
public final class BundleFile {

    private static final int HEAD = 64;

    private BundleFile() {}

    /// A bundle that was read and checked.
    ///
    /// @param otherQuestion what its question says that its traces do not
    /// @param otherResults what of its results its traces do not give
    public record Opened(Bundle bundle, List<String> otherQuestion, List<String> otherResults) {

        public Opened {
            otherQuestion = List.copyOf(otherQuestion);
            otherResults = List.copyOf(otherResults);
        }

        /// All that is not so; empty if everything is.
        public List<String> differences() {
            return Stream.of(otherQuestion, otherResults).flatMap(List::stream).toList();
        }
    }

    /// Whether a file looks like a bundle, by its first bytes: a zip archive that begins with the
    /// manifest.
    public static boolean isBundle(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return head.startsWith("PK\u0003\u0004") && head.startsWith(Manifest.NAME, 30);
        } catch (IOException e) {
            return false;
        }
    }

    /// Writes it, in place of a file that is there; it appears whole.
    ///
    /// @param progress is told now and then how much of it is written, 0 to 1, on this thread
    /// @throws InterruptedException if this thread was interrupted; nothing is left behind
    public static void write(Bundle bundle, Path file, DoubleConsumer progress)
            throws TraceFileException, InterruptedException {
        new BundleWriter(bundle, progress).write(file);
    }

    /// Reads it, checks every part against its SHA-256, and works its results out again.
    ///
    /// @param progress is told now and then which part has been read, 0 to 1, on this thread
    /// @throws TraceFileException if it cannot be opened; its message is one sentence for people
    /// @throws InterruptedException if this thread was interrupted; nothing is left behind
    public static Opened open(Path file, DoubleConsumer progress)
            throws TraceFileException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new TraceFileException(
                    file,
                    "cannot be read: " + (Files.exists(file) ? "it is no file" : "no such file"));
        }
        long memory = Runtime.getRuntime().maxMemory() / 2;
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            BundleReader.Read read = new BundleReader(zip, memory, progress).read();
            return new Opened(
                    read.bundle(),
                    Asked.of(read.bundle().traces()).against(read.bundle().question()),
                    BundleReader.differences(read));
        } catch (TraceFileException e) {
            throw e;
        } catch (Refusal e) {
            throw new TraceFileException(file, e.complaint(), e);
        } catch (ZipException | IllegalArgumentException e) {
            throw new TraceFileException(file, "is no study's bundle, or is damaged", e);
        } catch (AccessDeniedException e) {
            throw new TraceFileException(file, "cannot be read: you may not read it", e);
        } catch (IOException e) {
            throw new TraceFileException(file, "cannot be read: " + e.getMessage(), e);
        }
    }
}
