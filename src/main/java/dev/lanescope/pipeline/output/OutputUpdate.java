package dev.lanescope.pipeline.output;

import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An output folder that holds a site already and is brought up to date instead of being emptied.
/// First it says what lies there, then what has no place in the new state of the site is deleted
/// and what is missing is made.
public final class OutputUpdate {

    private final Path folder;
    private final Site site;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();

    private OutputUpdate(Path folder, Site site) {
        this.folder = folder;
        this.site = site;
    }

    /// Whether a folder holds a site of ours, which can be brought up to date.
    public static boolean isPossible(Path folder) {
        return OutputPreparation.isOurs(folder);
    }

    /// Looks at a folder; nothing in it changes yet.
    ///
    /// @throws OutputException if it is not ours, must not be written to, or cannot be read
    public static OutputUpdate of(Path wanted, Site site) throws OutputException {
        Path folder = OutputFolder.open(wanted).path();
        var update = new OutputUpdate(folder, site);
        try {
            OutputPreparation.refuse(folder, site);
            Files.walkFileTree(folder, update.new Look());
        } catch (IOException e) {
            throw OutputPreparation.notReady(folder, e, false);
        }
        return update;
    }

    /// The folder, absolute.
    public Path folder() {
        return folder;
    }

    /// The regular files of the site that lie there, by path.
    public Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    /// What Lanescope adds to every site, by path.
    public static Set<String> ownFiles() {
        try {
            return OutputPreparation.ownFiles().keySet();
        } catch (IOException e) {
            throw new IllegalStateException("our own files cannot be read", e);
        }
    }

    /// Deletes every file that is not expected, every folder that is then needed no more, and
    /// symbolic links; makes the folders, copies static files, and mends our own files.
    ///
    /// @param expected the files that stay or that pages will replace; our own need no mention
    /// @param assets the static files to copy
    /// @return the folder, ready for pages
    public OutputFolder apply(Set<String> expected, Collection<String> assets)
            throws OutputException {
        try {
            Map<String, byte[]> own = OutputPreparation.ownFiles();
            for (String file : others) {
                Files.deleteIfExists(folder.resolve(file));
            }
            for (String file : files) {
                if (!expected.contains(file) && !own.containsKey(file)) {
                    Files.deleteIfExists(folder.resolve(file));
                }
            }
            Files.walkFileTree(folder, new Sweep(needed(expected, own.keySet())));
            OutputPreparation.makeFolders(folder, site);
            OutputPreparation.copyAssets(folder, site, assets);
            for (var file : own.entrySet()) {
                mend(folder.resolve(file.getKey()), file.getValue());
            }
            return new OutputFolder(folder);
        } catch (IOException e) {
            throw OutputPreparation.notReady(folder, e, true);
        }
    }

    /// What to say where something that decides about the whole site cannot be read.
    public static OutputException unreadable(Path path, IOException e) {
        return OutputPreparation.unreadable(path, e, false);
    }

    private Set<Path> needed(Collection<String> expected, Collection<String> own) {
        Set<Path> needed = new HashSet<>();
        for (Collection<String> paths : Set.of(expected, own)) {
            for (String path : paths) {
                @Nullable Path parent = folder.resolve(path).getParent();
                while (parent != null && needed.add(parent)) {
                    parent = parent.getParent();
                }
            }
        }
        return needed;
    }

    private static void mend(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        Path unfinished = OutputFolder.temporary(file);
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Finds what lies there, without following symbolic links.
    private final class Look extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String separator = folder.getFileSystem().getSeparator();
            String path = folder.relativize(file).toString().replace(separator, "/");
            if (!attributes.isRegularFile() || OutputFolder.isTemporary(file)) {
                others.add(path);
            } else if (OutputTree.counts(path)) {
                files.add(path);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /// Deletes folders that nobody needs; they are empty by now.
    private final class Sweep extends SimpleFileVisitor<Path> {

        private final Set<Path> needed;

        Sweep(Set<Path> needed) {
            this.needed = needed;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
            if (e != null) {
                throw e;
            }
            if (!directory.equals(folder) && !needed.contains(directory)) {
                Files.deleteIfExists(directory);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
