package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is to render: the pages of a content folder in reading order, its sections, and its
/// static files. Immutable and free of page text: ten thousand pages take a few megabytes.
///
/// **Reading order** is what page ids, navigation and previous/next follow: a folder's index page,
/// then its other pages, then its subfolders. Pages of a folder, and its subfolders, are ordered by
/// the `weight` of their front matter (a subfolder's: of its index page; the light ones first,
/// those without one last), then by name.
public final class Site {

    private static final Set<String> SAYS_NOTHING = Set.of("content", "docs", "pages", "src");

    /// The file that marks a folder as made by Lanescope: never read as content, and the only kind
    /// of folder that is ever emptied.
    public static final String MARKER = ".lanescope-site";

    /// The folder, inside a content folder, that holds the site's own page templates.
    public static final String TEMPLATES = "_templates";

    /// The folder, inside an output folder, for what Lanescope itself adds, such as style sheets.
    public static final String OWN_FILES = "_lanescope";

    private final Path folder;
    private final List<Page> pages;
    private final List<Section> sections;
    private final List<String> assets;
    private final List<String> skipped;
    private final List<String> drafts;
    private final Map<String, Page> bySource;
    private final Map<String, Section> sectionByPath;
    private final long bytes;

    /// @throws IllegalArgumentException if ids and indexes do not fit each other
    Site(
            Path folder,
            List<Page> pages,
            List<Section> sections,
            List<String> assets,
            List<String> skipped,
            List<String> drafts) {
        this.folder = folder;
        this.pages = List.copyOf(pages);
        this.sections = List.copyOf(sections);
        this.assets = List.copyOf(assets);
        this.skipped = List.copyOf(skipped);
        this.drafts = List.copyOf(drafts);
        this.bySource = HashMap.newHashMap(pages.size());
        this.sectionByPath = HashMap.newHashMap(sections.size());
        long sum = 0;
        for (Page page : this.pages) {
            check(page.id() == bySource.size() && page.section() < sections.size(), page.source());
            check(bySource.put(page.source(), page) == null, page.source());
            sum += page.bytes();
        }
        for (Section section : this.sections) {
            check(section.id() == sectionByPath.size() && section.end() <= pages.size(), "");
            check(section.children().stream().allMatch(c -> c < sections.size()), section.path());
            sectionByPath.put(section.path(), section);
        }
        check(!this.sections.isEmpty(), "no sections");
        this.assets.forEach(RelativePath::check);
        this.bytes = sum;
    }

    private static void check(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("not a site: " + what);
        }
    }

    /// The content folder, absolute, with symbolic links resolved.
    public Path folder() {
        return folder;
    }

    /// The name of the content folder; of a folder that is called `content` or the like, that of
    /// the folder around it, for every site has one of those.
    public String name() {
        @Nullable Path named = folder;
        while (named != null && saysNothing(named)) {
            named = named.getParent();
        }
        Path best = named == null || named.getFileName() == null ? folder : named;
        @Nullable Path name = best.getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    private static boolean saysNothing(Path folder) {
        @Nullable Path name = folder.getFileName();
        return name != null && SAYS_NOTHING.contains(name.toString().toLowerCase(Locale.ROOT));
    }

    /// All pages in reading order; at least one.
    public List<Page> pages() {
        return pages;
    }

    /// All sections, each after the one around it; the first is the content folder itself.
    public List<Section> sections() {
        return sections;
    }

    /// The static files: every regular file that is neither Markdown nor hidden, by path.
    public List<String> assets() {
        return assets;
    }

    /// What was left out, each with the reason: symbolic links, drafts, names that this machine's
    /// locale cannot spell, aliases that are taken or lead out of the site, and cascades that hold
    /// too much. Hidden files are not worth mentioning. After a thousand nothing more is listed.
    public List<String> skipped() {
        return skipped;
    }

    /// The sources of the drafts that were left out, by path; empty if the scan was asked for
    /// drafts.
    public List<String> drafts() {
        return drafts;
    }

    /// The Markdown bytes of all pages together.
    public long bytes() {
        return bytes;
    }

    /// The section a page lies in.
    public Section section(Page page) {
        return sections.get(page.section());
    }

    /// The section of a folder, by its path; the content folder's path is empty.
    public Optional<Section> section(String path) {
        return Optional.ofNullable(sectionByPath.get(path));
    }

    /// The front matter that holds for a page where it says nothing itself: its section's, or, for
    /// a page that by its name speaks for its folder, that of the section around it. What an index
    /// page cascades is for the pages below it, not for itself.
    public Map<String, Object> defaults(Page page) {
        Section section = section(page);
        if (!page.isIndexByName()) {
            return section.defaults();
        }
        return section.parent() < 0 ? Map.of() : sections.get(section.parent()).defaults();
    }

    /// The index page of a section, if it has one.
    public Optional<Page> index(Section section) {
        return section.indexed() ? Optional.of(pages.get(section.first())) : Optional.empty();
    }

    /// The page made from a source file, by its relative path.
    public Optional<Page> page(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /// This site as bytes, for a worker in another process or class loader; see [#fromBytes].
    public byte[] toBytes() {
        return SiteBytes.write(this);
    }

    /// A site from the bytes of [#toBytes]; the content folder is not looked at.
    ///
    /// @throws IOException if these are not the bytes of a site, or of another version
    public static Site fromBytes(byte[] bytes) throws IOException {
        return SiteBytes.read(bytes);
    }
}
