package dev.lanescope.preview;

import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.template.Templates;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Hears what is saved in a folder and in all folders below it, also in new ones. Hidden folders,
/// symbolic links and folders with a site of ours are not watched.
///
/// The folder itself, and that of the templates, may be moved away, and come back, or be replaced
/// by another one of its name. The system does not tell of that, so they are looked for every now
/// and then.
///
/// Not for two threads at once, but any thread may close it: who waits then gets an exception.
public final class FolderWatch implements AutoCloseable {

    /// A burst of events is over when nothing came for so long.
    private static final long QUIET_MILLIS = 4;

    /// But after so many rounds it is dealt with, even if it goes on.
    private static final int MAX_ROUNDS = 8;

    /// So often the folders themselves are looked for.
    private static final long LOOK_MILLIS = 250;

    private final Path folder;
    private final @Nullable Path templates;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /// Folders with a site of ours; they become content when they lose the marker.
    private final Set<Path> marked = new HashSet<>();

    private final Standing standing;
    private final @Nullable Standing ofTemplates;

    /// What [#isWaiting] has found.
    private @Nullable WatchKey waiting;

    /// What was touched.
    ///
    /// @param paths relative to the folder, with `/`
    /// @param lost whether there may have been more, so that one must look at everything
    public record Burst(Set<String> paths, boolean lost) {
        public Burst {
            paths = Set.copyOf(paths);
        }

        /// Whether nothing was touched.
        public boolean isNothing() {
            return paths.isEmpty() && !lost;
        }

        /// This and then that.
        public Burst and(Burst later) {
            Set<String> all = new LinkedHashSet<>(paths);
            all.addAll(later.paths);
            return new Burst(all, lost || later.lost);
        }
    }

    /// Begins to listen to a folder of pages.
    ///
    /// @param templates a folder of templates, which may be hidden or lie elsewhere; whatever is
    ///   touched there may change everything. Null for none
    /// @throws IOException if the folder cannot be watched, e.g. because the system allows no more
    public FolderWatch(Path folder, @Nullable Path templates) throws IOException {
        this.folder = folder.toRealPath();
        this.service = folder.getFileSystem().newWatchService();
        this.templates =
                templates != null && Files.isDirectory(templates) ? templates.toRealPath() : null;
        this.standing = new Standing(this.folder);
        this.ofTemplates = this.templates == null ? null : new Standing(this.templates);
        watchAll();
    }

    /// Begins to listen to a folder of pages.
    public FolderWatch(Path folder) throws IOException {
        this(folder, null);
    }

    private void watchAll() throws IOException {
        watch(folder);
        watchTemplates();
    }

    private void watchTemplates() throws IOException {
        if (ofTemplates == null || !ofTemplates.isThere()) {
            return;
        }
        try {
            register(ofTemplates.place());
        } catch (NoSuchFileException | NotDirectoryException _) {
            ofTemplates.isGone(); // meanwhile
        }
    }

    private void watch(Path top) throws IOException {
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) throws IOException {
                        if (!directory.equals(folder) && isHidden(directory)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        if (!directory.equals(folder) && isMarked(directory)) {
                            marked.add(directory);
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        try {
                            register(directory);
                            return FileVisitResult.CONTINUE;
                        } catch (NoSuchFileException _) {
                            return FileVisitResult.SKIP_SUBTREE; // gone meanwhile
                        }
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE; // gone meanwhile
                    }
                });
    }

    /// A folder that was renamed keeps its key, and gets its new name here.
    private void register(Path directory) throws IOException {
        folders.put(
                directory.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE),
                directory);
    }

    /// Whether one of the folders has gone, come back, or become another one since it was last
    /// asked. Then that is watched which is there now.
    private boolean isExchanged() throws IOException {
        boolean other = ofTemplates != null && ofTemplates.hasChanged();
        if (standing.hasChanged()) {
            unwatch(folder);
            marked.clear();
            if (standing.isThere()) {
                watchAll();
            }
            return true;
        }
        if (other) {
            watchTemplates();
        }
        return watchUnmarked() || other;
    }

    /// Whether a folder has lost its marker since it was last asked, or is gone. Then it is
    /// watched.
    private boolean watchUnmarked() throws IOException {
        List<Path> unmarked = marked.stream().filter(place -> !isMarked(place)).toList();
        for (Path place : unmarked) {
            marked.remove(place);
            watch(place);
        }
        return !unmarked.isEmpty();
    }

    private void unwatch(Path top) {
        List<WatchKey> away =
                folders.entrySet().stream()
                        .filter(entry -> entry.getValue().startsWith(top))
                        .map(Map.Entry::getKey)
                        .toList();
        away.forEach(WatchKey::cancel);
        folders.keySet().removeAll(away);
    }

    private static boolean isHidden(Path directory) {
        return String.valueOf(directory.getFileName()).startsWith(".");
    }

    private static boolean isMarked(Path directory) {
        return Files.exists(directory.resolve(Site.MARKER));
    }

    /// Waits until something is touched, and then until the burst is over. A folder that went or
    /// came back counts as a burst of which everything was lost.
    ///
    /// @throws IOException if the folder can no longer be watched
    /// @throws java.nio.file.ClosedWatchServiceException if it is closed meanwhile
    public Burst next() throws IOException, InterruptedException {
        while (true) {
            Burst burst = within(LOOK_MILLIS);
            if (isExchanged()) {
                return burst.and(new Burst(Set.of(), true));
            }
            if (!burst.isNothing()) {
                return burst;
            }
        }
    }

    /// What was touched in so many milliseconds, perhaps nothing.
    public Burst within(long millis) throws IOException, InterruptedException {
        @Nullable WatchKey key =
                isWaiting() ? taken() : service.poll(millis, TimeUnit.MILLISECONDS);
        return key == null ? new Burst(Set.of(), false) : burst(key);
    }

    /// Whether something was touched since the last burst, so that [#next] would not wait.
    public boolean isWaiting() {
        if (waiting == null) {
            waiting = service.poll();
        }
        return waiting != null;
    }

    private WatchKey taken() {
        WatchKey key = Objects.requireNonNull(waiting);
        waiting = null;
        return key;
    }

    private Burst burst(WatchKey first) throws IOException, InterruptedException {
        Set<String> paths = new LinkedHashSet<>();
        boolean lost = false;
        @Nullable WatchKey key = first;
        for (int round = 0; key != null && round < MAX_ROUNDS; round++) {
            lost |= hear(key, paths);
            key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            lost |= hear(key, paths);
        }
        return new Burst(paths, lost);
    }

    private boolean hear(WatchKey key, Set<String> paths) throws IOException {
        boolean lost = false;
        @Nullable Path where = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (where == null || !(event.context() instanceof Path name)) {
                lost = true;
            } else if (where.equals(templates) && Templates.isTemplate(name.toString())) {
                lost = true;
            } else if (where.startsWith(folder)) {
                Path path = where.resolve(name);
                paths.add(relative(path));
                if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    watch(path);
                    lost = true; // what was put there before we listened
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
            noteGone(where);
        }
        return lost;
    }

    private void noteGone(@Nullable Path where) {
        if (folder.equals(where)) {
            standing.isGone();
        }
        if (ofTemplates != null && ofTemplates.place().equals(where)) {
            ofTemplates.isGone();
        }
    }

    private String relative(Path path) {
        String name = folder.relativize(path).toString();
        String plain = name.replace(folder.getFileSystem().getSeparator(), "/");
        RelativePath.check(plain);
        return plain;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
