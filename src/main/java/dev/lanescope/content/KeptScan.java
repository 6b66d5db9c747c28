package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A content folder that is scanned again and again. Its answer is always that of [SiteScanner];
/// only the way there is shorter:
///
/// - [#rescan] walks the whole folder, but reads only the heads of pages whose [FileStamp] is
///   another one.
/// - [#look] is told which paths were touched, and looks at no others. If all of them are known
///   files, and what their heads say is what they said before, then a walk could only find what it
///   found before, and the site is the same but for their sizes.
///
/// Not for two threads at once.
public final class KeptScan {

    private record Known(@Nullable FileStamp stamp, PageHead head) {}

    private final Path folder;
    private final ScanSettings settings;
    private final HeadReaders readers = new HeadReaders();
    private Map<String, Known> known = new HashMap<>();
    private Map<String, Known> found = new ConcurrentHashMap<>();
    private Set<String> assets = new HashSet<>();
    private Site site;

    /// What a look at touched paths has found out.
    ///
    /// @param known whether the site is the same but for the sizes of `pages`; if not, the rest
    ///   says nothing, and the folder must be scanned again
    /// @param pages the pages that were touched, as they are now
    /// @param assets the static files that were touched
    public record Look(boolean known, List<Page> pages, List<String> assets) {
        private static final Look UNKNOWN = new Look(false, List.of(), List.of());

        public Look {
            pages = List.copyOf(pages);
            assets = List.copyOf(assets);
        }
    }

    /// Scans a folder for the first time.
    ///
    /// @throws ContentException as [SiteScanner#scan]
    public KeptScan(Path folder, ScanSettings settings)
            throws ContentException, InterruptedException {
        this.folder = folder;
        this.settings = settings;
        this.site = scan();
    }

    /// The site as it was found by the last scan or look.
    public Site site() {
        return site;
    }

    /// Scans the folder again.
    ///
    /// @throws ContentException as [SiteScanner#scan]; the site stays what it was then
    public Site rescan() throws ContentException, InterruptedException {
        site = scan();
        return site;
    }

    private Site scan() throws ContentException, InterruptedException {
        found = new ConcurrentHashMap<>();
        Site now = SiteScanner.scan(folder, ScanProgress.NONE, settings, this::head);
        known = found;
        assets = new HashSet<>(now.assets());
        return now;
    }

    private PageHead head(String path, Path file) {
        @Nullable FileStamp stamp = stamp(file);
        @Nullable Known before = known.get(path);
        if (before != null && stamp != null && stamp.equals(before.stamp())) {
            found.put(path, before);
            return before.head();
        }
        Known now = new Known(stamp, readers.read(file));
        found.put(path, now);
        return now.head();
    }

    private static @Nullable FileStamp stamp(Path file) {
        try {
            return FileStamp.of(file);
        } catch (IOException _) {
            return null;
        }
    }

    /// Looks at nothing but these paths, which are relative to the folder, with `/`.
    public Look look(Collection<String> touched) {
        Map<String, Known> heads = new HashMap<>();
        Map<Integer, Page> pages = new HashMap<>();
        List<String> files = new ArrayList<>();
        for (String path : touched) {
            Path file = site.folder().resolve(path);
            @Nullable FileStamp stamp = stamp(file);
            @Nullable BasicFileAttributes now = attributes(file);
            @Nullable Known before = known.get(path);
            boolean cameAndWent = now == null && !isOrHolds(path); // an editor's temporary file
            if (!cameAndWent) {
                if (now == null || !now.isRegularFile()) {
                    return Look.UNKNOWN;
                }
                if (before == null && !assets.contains(path)) {
                    return Look.UNKNOWN;
                }
                if (before == null) {
                    files.add(path);
                } else {
                    PageHead head = readers.read(file);
                    if (!isSame(head, before.head())) {
                        return Look.UNKNOWN;
                    }
                    heads.put(path, new Known(stamp, head));
                    site.page(path)
                            .ifPresent(page -> pages.put(page.id(), sized(page, now.size())));
                }
            }
        }
        known.putAll(heads);
        if (!pages.isEmpty()) {
            site = with(pages);
        }
        return new Look(true, List.copyOf(pages.values()), files);
    }

    /// Whether a path was found by the last scan, as a file or as a folder with files in it.
    public boolean isOrHolds(String path) {
        String folder = path + "/";
        String leftOut = path + " (";
        return known.containsKey(path)
                || assets.contains(path)
                || known.keySet().stream().anyMatch(page -> page.startsWith(folder))
                || assets.stream().anyMatch(asset -> asset.startsWith(folder))
                || site.skipped().stream()
                        .anyMatch(file -> file.startsWith(folder) || file.startsWith(leftOut));
    }

    /// In a cascade even the order of the keys counts, for a template may list them.
    private static boolean isSame(PageHead head, PageHead before) {
        return head.equals(before) && head.toString().equals(before.toString());
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException _) {
            return null;
        }
    }

    private static Page sized(Page page, long bytes) {
        return new Page(
                page.id(),
                page.source(),
                page.output(),
                bytes,
                page.section(),
                page.info(),
                page.aliases());
    }

    private Site with(Map<Integer, Page> changed) {
        List<Page> pages =
                site.pages().stream().map(page -> changed.getOrDefault(page.id(), page)).toList();
        return new Site(
                site.folder(),
                pages,
                site.sections(),
                site.assets(),
                site.skipped(),
                site.drafts());
    }
}
