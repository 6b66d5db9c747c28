package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns a folder into a [Site]: walks it, reads the head of every page, and names every output.
///
/// What is read: regular files. What is not: hidden files and folders, symbolic links (so nothing
/// outside the folder is ever read), folders that bear [Site#MARKER], and at the top
/// [Site#TEMPLATES] and [Site#OWN_FILES]. Drafts are read, but left out unless asked for.
public final class SiteScanner {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_FILES = 500_000;
    private static final int HEADS_AT_ONCE = 64;

    private final Path folder;
    private final ScanProgress progress;
    private final Heads heads;
    private final List<ScannedPage> pages = new ArrayList<>();
    private final List<Found> unread = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final LeftOut leftOut = new LeftOut();

    /// Pages whose names this locale cannot spell: the run reports them, once for each spelling,
    /// for two names may look the same then.
    private final Set<String> misspelled = new HashSet<>();

    private SiteScanner(Path folder, ScanProgress progress, Heads heads) {
        this.folder = folder;
        this.progress = progress;
        this.heads = heads;
    }

    /// Whence the head of a page comes; asked by several threads.
    interface Heads {
        PageHead read(String path, Path file);
    }

    /// A page whose head has not been read.
    private record Found(String path, long bytes, Path file) {}

    /// Reads a folder. It may itself be given as a symbolic link; inside it none is followed.
    ///
    /// @throws ContentException if there is nothing to render, or something cannot be read
    /// @throws InterruptedException if the thread was interrupted or `progress` cancelled
    public static Site scan(Path folder, ScanProgress progress)
            throws ContentException, InterruptedException {
        return scan(folder, progress, ScanSettings.STANDARD);
    }

    /// Reads a folder, with drafts if asked for them; see [#scan(Path, ScanProgress)].
    public static Site scan(Path folder, ScanProgress progress, ScanSettings settings)
            throws ContentException, InterruptedException {
        var readers = new HeadReaders();
        return scan(folder, progress, settings, (_, file) -> readers.read(file));
    }

    static Site scan(Path folder, ScanProgress progress, ScanSettings settings, Heads heads)
            throws ContentException, InterruptedException {
        var scanner = new SiteScanner(realFolder(folder), progress, heads);
        scanner.walk();
        if (scanner.pages.isEmpty()) {
            boolean empty = scanner.assets.isEmpty() && scanner.leftOut.isEmpty();
            throw new ContentException(
                    empty
                            ? "The folder " + folder + " is empty; choose one with Markdown files."
                            : "The folder "
                                    + folder
                                    + " has no Markdown files (.md, .markdown); choose another.");
        }
        return scanner.site(settings);
    }

    /// A page dated in the future is a page: what comes out must not depend on the day.
    private Site site(ScanSettings settings) throws ContentException {
        var cascades = new Cascades(pages, leftOut);
        List<FoundPage> published = new ArrayList<>(pages.size());
        List<String> drafts = new ArrayList<>();
        for (ScannedPage scanned : pages) {
            FoundPage page = scanned.with(cascades.of(scanned.source()));
            if (page.facts().draft() && !settings.drafts()) {
                drafts.add(page.source());
                leftOut.add(page.source(), "a draft");
            } else {
                published.add(page);
                scanned.complaint().ifPresent(why -> leftOut.add(page.source(), why));
            }
        }
        if (published.isEmpty()) {
            throw new ContentException(
                    "All pages of the folder "
                            + folder
                            + " are drafts; take `draft: true` out of one, or use --drafts.");
        }
        return new SiteBuilder(folder, published, drafts, assets, cascades, leftOut).build();
    }

    private static Path realFolder(Path folder) throws ContentException {
        if (!Files.exists(folder)) {
            throw new ContentException(
                    "The folder " + folder + " does not exist; choose a folder of Markdown files.");
        }
        if (!Files.isDirectory(folder)) {
            throw new ContentException(
                    folder + " is a file; choose the folder that holds the Markdown files.");
        }
        try {
            Path real = folder.toRealPath();
            if (Files.exists(real.resolve(Site.MARKER))) {
                throw new ContentException(
                        "The folder "
                                + folder
                                + " is a site that Lanescope has written; choose the folder of"
                                + " Markdown files it was made from.");
            }
            return real;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private void walk() throws ContentException, InterruptedException {
        var visitor = new Visitor();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visitor);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (visitor.refusal != null) {
            throw visitor.refusal;
        }
        readHeads();
        if (visitor.cancelled || Thread.interrupted()) {
            throw new InterruptedException("the scan of " + folder + " was cancelled");
        }
    }

    private static ContentException unreadable(Path path, IOException e) {
        String what =
                switch (e) {
                    case AccessDeniedException _ ->
                            " cannot be read (no permission); give yourself access or choose"
                                    + " another.";
                    case NoSuchFileException _ ->
                            " went away while the folder was looked through; try again.";
                    default ->
                            " cannot be read ("
                                    + e.getMessage()
                                    + "); mend that or choose another.";
                };
        return new ContentException(path + what);
    }

    private String relative(Path path) {
        String name = folder.relativize(path).toString();
        String separator = folder.getFileSystem().getSeparator();
        return separator.equals("/") ? name : name.replace(separator, "/");
    }

    private void found(Path file, BasicFileAttributes attributes) {
        String path = relative(file);
        if (attributes.isSymbolicLink()) {
            leftOut.add(path, "a symbolic link");
        } else if (!attributes.isRegularFile()) {
            leftOut.add(path, "not a regular file");
        } else if (path.indexOf('\uFFFD') >= 0 && !(isMarkdown(path) && misspelled.add(path))) {
            leftOut.add(path, "its name cannot be spelled in this locale; try LC_ALL=C.UTF-8");
        } else if (isMarkdown(path)) {
            unread.add(new Found(path, attributes.size(), file));
        } else {
            assets.add(path);
        }
    }

    /// Reads the heads of the pages found last, on all cores: most of a scan is that.
    private void readHeads() {
        unread.parallelStream()
                .map(page ->
                        new ScannedPage(
                                page.path(), page.bytes(), heads.read(page.path(), page.file())))
                .forEachOrdered(pages::add);
        unread.clear();
    }

    /// Whether a file of this name is a page.
    public static boolean isMarkdown(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private @Nullable ContentException refusal;
        private boolean cancelled;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (directory.equals(folder)) {
                return FileVisitResult.CONTINUE;
            }
            String path = relative(directory);
            String key = RelativePath.key(path);
            boolean ours = key.equals(Site.TEMPLATES) || key.equals(Site.OWN_FILES);
            return ours || isHidden(path) || Files.exists(directory.resolve(Site.MARKER))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(relative(file))) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isDirectory()) {
                return refuse(
                        new ContentException(
                                file
                                        + " lies more than "
                                        + MAX_DEPTH
                                        + " folders deep; choose a folder that is less deep."));
            }
            found(file, attributes);
            if (unread.size() >= HEADS_AT_ONCE) {
                readHeads();
            }
            int pagesFound = pages.size() + unread.size();
            if (pagesFound + assets.size() > MAX_FILES) {
                return refuse(
                        new ContentException(
                                "The folder "
                                        + folder
                                        + " has more than "
                                        + MAX_FILES
                                        + " files; choose a smaller one."));
            }
            cancelled = !progress.found(pagesFound) || Thread.interrupted();
            return cancelled ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return refuse(unreadable(file, e));
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            return e == null ? FileVisitResult.CONTINUE : refuse(unreadable(directory, e));
        }

        private boolean isHidden(String path) {
            return RelativePath.name(path).startsWith(".");
        }

        private FileVisitResult refuse(ContentException sentence) {
            refusal = sentence;
            return FileVisitResult.TERMINATE;
        }
    }
}
