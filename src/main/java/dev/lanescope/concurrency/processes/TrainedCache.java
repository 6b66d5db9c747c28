package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The AOT cache (JEP 483, 515) with which children start in half the time: their classes, loaded
/// and linked, and what the JVM has learned of their methods.
///
/// It is made once for each version of the program, by a [Trainer] that outlives the run and, if
/// need be, the program; it does real work at the lowest priority. JVMs can only cache what comes
/// out of jars: a program in class folders, as in a checkout, gets none. `LANESCOPE_AOT=off` does
/// without, as it does for the program itself.
final class TrainedCache {

    private static final String CHILDREN = "children-";
    private static final String ENDING = ".aot";

    /// Much longer than a trainer lives; where it never works, not every run is to pay for it.
    private static final Duration TRY_AGAIN = Duration.ofHours(1);

    private final JavaCommand program;
    private final Path file;

    private TrainedCache(JavaCommand program, Path file) {
        this.program = program;
        this.file = file;
    }

    /// Empty if there can be none.
    static Optional<TrainedCache> of(Path folder, JavaCommand program) {
        if ("off".equals(System.getenv("LANESCOPE_AOT"))) {
            return Optional.empty();
        }
        return key(program.classPath())
                .map(key -> new TrainedCache(program, folder.resolve(CHILDREN + key + ENDING)));
    }

    /// The cache, if it has been made.
    Optional<Path> file() {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    /// What it must be made anew for; empty if the class path is not all jars.
    private static Optional<String> key(String classPath) {
        List<String> parts = new ArrayList<>();
        parts.add(Runtime.version() + " " + System.getProperty("os.arch"));
        parts.add(System.getProperty("java.home"));
        try {
            for (String entry : classPath.split(File.pathSeparator, -1)) {
                Path jar = Path.of(entry);
                if (!entry.endsWith(".jar") || !Files.isRegularFile(jar)) {
                    return Optional.empty();
                }
                parts.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
            }
            byte[] all = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all);
            return Optional.of(HexFormat.of().formatHex(hash, 0, 8));
        } catch (IOException | NoSuchAlgorithmException _) {
            return Optional.empty();
        }
    }

    /// Has the cache made by another process, unless somebody else has tried that already.
    ///
    /// @param setup how children are set up
    /// @param lesson what they do
    /// @return the process; empty if there is nothing to be made
    Optional<Process> train(Message.Setup setup, List<Message.Piece> lesson) {
        try {
            Files.createDirectories(file.getParent());
            forgetOldTry();
            Files.createFile(sibling(".tried"));
        } catch (FileAlreadyExistsException _) {
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // a folder in which nothing can be kept
        }
        try {
            write(setup, lesson);
            return Optional.of(trainer().start());
        } catch (IOException _) {
            return Optional.empty(); // there is no cache then, which costs nothing but time
        }
    }

    /// A trainer that was killed, or a disk that was full, is not the last word.
    private void forgetOldTry() throws IOException {
        Path tried = sibling(".tried");
        if (Files.exists(tried)
                && Files.getLastModifiedTime(tried)
                        .toInstant()
                        .isBefore(Instant.now().minus(TRY_AGAIN))) {
            Files.deleteIfExists(tried);
        }
    }

    private void write(Message.Setup setup, List<Message.Piece> lesson) throws IOException {
        try (var out =
                        new BufferedOutputStream(
                                Files.newOutputStream(
                                        sibling(Trainer.LESSON), StandardOpenOption.CREATE));
                var line = new Line(InputStream.nullInputStream(), out, () -> {})) {
            line.send(setup);
            line.send(new Message.Work(lesson));
        }
    }

    private ProcessBuilder trainer() {
        ProcessBuilder trainer =
                new JavaCommand(program.classPath(), program.heapBytes(), true)
                        .builder(Trainer.class, Optional.empty());
        trainer.command().add(file.toString());
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            trainer.command().addAll(0, List.of("nice", "-n", "19"));
        }
        return trainer.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// Deletes caches of older versions of the program and what was left beside them.
    static void deleteOthers(Path file) throws IOException {
        String own = file.getFileName().toString();
        try (var files = Files.newDirectoryStream(file.getParent(), CHILDREN + "*")) {
            for (Path other : files) {
                if (!other.getFileName().toString().startsWith(own)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }
}
