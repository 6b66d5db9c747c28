package dev.lanescope.pipeline.output;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/// Where a site is written. Every file appears whole under its name: it is written under a
/// temporary name beside it and then renamed. Safe for use by many workers at once; they share no
/// lock.
public final class OutputFolder {

    private static final String TEMPORARY_PREFIX = ".lanescope-";
    private static final String TEMPORARY_SUFFIX = ".part";
    private static final long PROCESS = ProcessHandle.current().pid();

    private final Path folder;

    OutputFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes a folder ready for a site: creates or empties it, marks it as ours, makes the folders
    /// inside, and copies the static files. May take a while where these are many; an interrupt
    /// ends it.
    ///
    /// @throws OutputException if the folder is refused (a file, a symbolic link, not empty and not
    ///   made by Lanescope, or around the content folder), or cannot be written
    public static OutputFolder prepare(Path folder, Site site) throws OutputException {
        return new OutputFolder(OutputPreparation.prepare(folder, site));
    }

    /// Makes the folders for files that are no pages.
    ///
    /// @param outputs the files, relative to this folder
    /// @throws OutputException if one cannot be made
    public void makeFoldersFor(Collection<String> outputs) throws OutputException {
        try {
            for (String output : outputs) {
                RelativePath.check(output);
                Files.createDirectories(folder.resolve(output).getParent());
            }
        } catch (IOException e) {
            throw new OutputException(
                    "Folders in "
                            + folder
                            + " could not be made ("
                            + why(e)
                            + "); mend that or choose another folder.",
                    true);
        }
    }

    /// A folder that [#prepare] has made ready, perhaps in another process; nothing in it changes.
    ///
    /// @throws OutputException if it does not bear Lanescope's marker
    public static OutputFolder open(Path folder) throws OutputException {
        if (!OutputPreparation.isOurs(folder)) {
            throw new OutputException(
                    "The folder " + folder + " has not been prepared by Lanescope; prepare it.");
        }
        return new OutputFolder(folder.toAbsolutePath().normalize());
    }

    /// The folder, absolute.
    public Path path() {
        return folder;
    }

    /// The file a page is or will be written to.
    public Path file(Page page) {
        return folder.resolve(page.output());
    }

    /// Writes a page: the first `length` of `bytes`.
    ///
    /// @throws PageException if only this page cannot be written, e.g. because its name is too long
    /// @throws OutputException if no page can be; nothing half-written is left
    public void write(Page page, byte[] bytes, int length) throws PageException, OutputException {
        write(page.source(), page.output(), ByteBuffer.wrap(bytes, 0, length));
    }

    /// Writes a file: all that remains in `bytes`, which is left as it was.
    ///
    /// @param name how messages call it, such as a page's source
    /// @param output where it goes, relative to this folder
    /// @throws PageException if only this file cannot be written
    /// @throws OutputException if none can be; nothing half-written is left
    public void write(String name, String output, ByteBuffer bytes)
            throws PageException, OutputException {
        RelativePath.check(output);
        int length = bytes.remaining();
        Path target = folder.resolve(output);
        Path temporary = temporary(target);
        try {
            writeTemporary(temporary, bytes.duplicate());
        } catch (ClosedByInterruptException _) {
            throw new PageException(name, 0, "write: was stopped");
        } catch (IOException e) {
            throw cannotWrite(output, length, e);
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            if (e instanceof NoSuchFileException || !hasRoom(length)) {
                throw cannotWrite(output, length, e);
            }
            // The folder takes files, so it is this name that cannot be.
            throw new PageException(name, 0, "write: " + why(e) + "; rename the page");
        }
    }

    /// The name beside a file under which this thread writes it; never that of a page or a static
    /// file, for hidden files are no content.
    static Path temporary(Path target) {
        return target.resolveSibling(
                TEMPORARY_PREFIX
                        + PROCESS
                        + "-"
                        + Thread.currentThread().threadId()
                        + TEMPORARY_SUFFIX);
    }

    private static void writeTemporary(Path temporary, ByteBuffer bytes) throws IOException {
        try (SeekableByteChannel channel = create(temporary)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    private static SeekableByteChannel create(Path temporary) throws IOException {
        try {
            return Files.newByteChannel(
                    temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) { // left by a process that was killed
            Files.delete(temporary);
            return Files.newByteChannel(
                    temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    private static void deleteQuietly(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean hasRoom(int length) {
        try {
            return Files.getFileStore(folder).getUsableSpace() > length + 64L * 1024;
        } catch (IOException _) {
            return true; // then something else is wrong
        }
    }

    private OutputException cannotWrite(String output, int length, IOException e) {
        return new OutputException(
                output
                        + " could not be written to "
                        + folder
                        + (e instanceof NoSuchFileException
                                ? ": the folder is gone; leave it in place and run again."
                                : hasRoom(length)
                                        ? " (" + why(e) + "); mend that or choose another folder."
                                        : ": the disk is full; free some space or choose another"
                                                + " folder."),
                true);
    }

    private static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case FileSystemException at when at.getReason() != null -> at.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    /// Deletes temporary files that workers left behind when a run was abandoned. Nobody may be
    /// writing any more.
    ///
    /// @throws OutputException if one cannot be deleted
    public void discardLeftovers() throws OutputException {
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(OutputFolder::isTemporary)::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    "Temporary files in "
                            + folder
                            + " could not be deleted ("
                            + e.getMessage()
                            + "); delete them yourself.",
                    true);
        }
    }

    /// Whether a file bears a temporary name of ours.
    public static boolean isTemporary(Path file) {
        Path name = file.getFileName();
        return name != null
                && name.toString().startsWith(TEMPORARY_PREFIX)
                && name.toString().endsWith(TEMPORARY_SUFFIX);
    }
}
