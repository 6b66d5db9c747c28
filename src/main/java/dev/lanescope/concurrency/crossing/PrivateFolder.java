package dev.lanescope.concurrency.crossing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// A folder for a process that may be killed, and for all that it starts: for what they write
/// beside their work, which then nobody of them takes away. It is open to nobody else. Its path is
/// short, for a socket may lie in it, and the system takes about a hundred bytes for the path of
/// one.
///
/// @param path where it is
public record PrivateFolder(Path path) implements AutoCloseable {

    /// How the names begin of those that this process makes.
    public static final String PREFIX =
            "lane-" + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX) + "-";

    /// CPython puts sockets into a folder in ours, and refuses paths of more than 92 bytes.
    private static final int LONGEST_PLACE = 48;

    private static final Path SHORT_PLACE = Path.of("/tmp");
    private static final int NAMES = 36 * 36 * 36 * 36;
    private static final int TRIES = 3;

    /// Makes one in the system's folder for temporary files.
    ///
    /// @throws IOException with one sentence if that cannot be done
    public static PrivateFolder make() throws IOException {
        Path place = place();
        while (true) {
            int number = ThreadLocalRandom.current().nextInt(NAMES);
            Path folder = place.resolve(PREFIX + Integer.toString(number, Character.MAX_RADIX));
            try {
                return new PrivateFolder(Files.createDirectory(folder, onlyOurs()));
            } catch (FileAlreadyExistsException _) {
                // another name, then
            } catch (IOException e) {
                throw new IOException(
                        "no folder can be made in "
                                + place
                                + " for what processes write beside their work; see that this user"
                                + " may write there, and that there is room",
                        e);
            }
        }
    }

    private static Path place() {
        Path usual = Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
        boolean isShort = usual.toString().length() <= LONGEST_PLACE;
        return isShort || !Files.isDirectory(SHORT_PLACE) || !Files.isWritable(SHORT_PLACE)
                ? usual
                : SHORT_PLACE;
    }

    private static FileAttribute<?>[] onlyOurs() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Deletes it with all that lies in it. Links are deleted, never followed. What cannot be
    /// deleted stays: it is no reason for a run to fail.
    @Override
    public void close() {
        for (int time = 0; time < TRIES && Files.exists(path); time++) { // somebody may still write
            try {
                for (Path each : all()) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException | UncheckedIOException _) {
                // another time, then
            }
        }
    }

    /// What lies in a folder comes before it.
    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
