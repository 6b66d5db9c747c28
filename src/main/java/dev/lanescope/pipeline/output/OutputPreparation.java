package dev.lanescope.pipeline.output;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that happens to an output folder before the first page: refusing it, emptying it,
/// marking it, and filling it with what is not a page.
final class OutputPreparation {

    private static final String MARKER_TEXT =
            """
            Lanescope wrote the site in this folder, and empties the folder before it writes again.
            Remove this file to keep what is here.
            """;

    private static final List<String> OWN_FILES = List.of("site.css", "search.js");

    private static final int PIECE = 1 << 16;

    private OutputPreparation() {}

    /// Whether a folder bears our marker.
    static boolean isOurs(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve(Site.MARKER), LinkOption.NOFOLLOW_LINKS);
    }

    /// Does all of it and answers with the folder, absolute.
    static Path prepare(Path wanted, Site site) throws OutputException {
        Path folder = wanted.toAbsolutePath().normalize();
        boolean touched = false;
        try {
            refuse(folder, site);
            Files.createDirectories(folder);
            touched = true;
            Path marker = folder.resolve(Site.MARKER);
            if (isOurs(folder)) {
                empty(folder);
            } else {
                Files.writeString(marker, MARKER_TEXT);
            }
            makeFolders(folder, site);
            copyAssets(folder, site);
            copyOwnFiles(folder);
            return folder;
        } catch (IOException e) {
            throw notReady(folder, e, touched);
        }
    }

    /// Refuses a folder that must not be written to, whatever it holds.
    static void refuse(Path folder, Site site) throws OutputException, IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new OutputException(
                    folder + " is a symbolic link; choose the folder it leads to, or another.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new OutputException(folder + " is a file; choose a folder.");
        }
        refuseContent(folder, real(folder), site);
        if (Files.exists(folder) && !isOurs(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                if (files.iterator().hasNext()) {
                    throw new OutputException(
                            "The folder "
                                    + folder
                                    + " was not made by Lanescope and is not empty;"
                                    + " choose another folder.");
                }
            }
        }
    }

    /// Content is only read. A hidden folder in it is no content, so a site may go there.
    private static void refuseContent(Path folder, Path real, Site site) throws OutputException {
        if (site.folder().startsWith(real)) {
            throw new OutputException(
                    "The folder "
                            + folder
                            + " holds the content that is to be rendered; choose another folder.");
        }
        if (real.startsWith(site.folder()) && !isHidden(site.folder().relativize(real))) {
            throw new OutputException(
                    "The folder "
                            + folder
                            + " lies inside the content that is to be rendered, which is only read;"
                            + " choose a folder outside of it.");
        }
    }

    private static boolean isHidden(Path within) {
        for (Path part : within) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /// The folder as it will be once it exists: what exists of it without symbolic links.
    private static Path real(Path folder) throws IOException {
        @Nullable Path existing = folder;
        while (existing != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        return existing == null
                ? folder
                : existing.toRealPath().resolve(existing.relativize(folder)).normalize();
    }

    /// Deletes all but the marker, which stays until the end so that an emptying that is cut short
    /// can be done again. Symbolic links are deleted, never followed.
    private static void empty(Path folder) throws IOException {
        FileTree.delete(folder, folder, folder.resolve(Site.MARKER));
    }

    static void makeFolders(Path folder, Site site) throws IOException {
        var folders = new TreeSet<Path>();
        for (Page page : site.pages()) {
            if (!PageReader.isUnspeakable(page)) {
                folders.add(folder.resolve(page.output()).getParent());
            }
        }
        for (String asset : site.assets()) {
            folders.add(folder.resolve(asset).getParent());
        }
        for (Path each : folders) {
            Files.createDirectories(each);
        }
    }

    private static void copyAssets(Path folder, Site site) throws IOException, OutputException {
        copyAssets(folder, site, site.assets());
    }

    static void copyAssets(Path folder, Site site, Iterable<String> assets)
            throws IOException, OutputException {
        for (String asset : assets) {
            Path target = folder.resolve(asset);
            Path unfinished = OutputFolder.temporary(target);
            try {
                copy(site.folder().resolve(asset), unfinished, folder);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    /// Copies in pieces, so that a stop need not wait for the end of a big file.
    private static void copy(Path from, Path to, Path folder) throws IOException, OutputException {
        byte[] piece = new byte[PIECE];
        try (InputStream in = source(from);
                OutputStream out = Files.newOutputStream(to)) {
            int length = read(in, piece, from);
            while (length >= 0) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new OutputException(
                            "Copying the static files to " + folder + " was stopped; start again.",
                            true);
                }
                out.write(piece, 0, length);
                length = read(in, piece, from);
            }
        }
    }

    private static InputStream source(Path file) throws OutputException {
        try {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw unreadable(file, e, true);
        }
    }

    private static int read(InputStream in, byte[] piece, Path file) throws OutputException {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw unreadable(file, e, true);
        }
    }

    /// What to say where something of the content cannot be read, without which no site can be
    /// made.
    static UnreadableSourceException unreadable(Path path, IOException e, boolean touched) {
        String what =
                switch (e) {
                    case AccessDeniedException _ ->
                            " cannot be read (no permission); give yourself access to it.";
                    case NoSuchFileException _ ->
                            " is gone since the folder was looked through; try again.";
                    default ->
                            " cannot be read (" + e.getMessage() + "); mend that, and try again.";
                };
        return new UnreadableSourceException(path + what, touched);
    }

    /// What Lanescope adds to a site, by path.
    static Map<String, byte[]> ownFiles() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : OWN_FILES) {
            try (InputStream in = OutputPreparation.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the file " + name + " is missing");
                }
                files.put(Site.OWN_FILES + "/" + name, in.readAllBytes());
            }
        }
        return files;
    }

    private static void copyOwnFiles(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(Site.OWN_FILES));
        for (var file : ownFiles().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    static OutputException notReady(Path folder, IOException e, boolean touched) {
        return new OutputException(
                "The folder "
                        + folder
                        + " cannot be made ready ("
                        + why(e)
                        + "); mend that or choose another folder.",
                touched);
    }

    private static String why(IOException e) {
        String what = e instanceof FileSystemException at ? at.getFile() + ": " : "";
        return switch (e) {
            case AccessDeniedException _ -> what + "no permission";
            case NoSuchFileException _ -> what + "nothing can be made there";
            case FileAlreadyExistsException _ -> what + "a file is in the way";
            case FileSystemException at when at.getReason() != null -> what + at.getReason();
            case FileSystemException _ -> what + "the system refuses";
            default -> String.valueOf(e.getMessage());
        };
    }
}
