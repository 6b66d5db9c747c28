package dev.lanescope.pipeline.links;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the names in wiki links mean. Upper and lower case are one, and the ending `.md` may be
/// left out. A name is, in this order:
///
/// 1. a path from the page's own folder, or from the site's folder;
/// 2. a page's file name, or the name of a folder that has an index page; `a/b` is a page `b` in a
///    folder `a` that may lie anywhere;
/// 3. a page's title.
///
/// Where several pages fit, the nearest is meant: the one with the fewest folders on the way, and
/// of several the one whose path comes first.
final class WikiNames {

    private final Map<String, List<Page>> byPath;
    private final Map<String, List<Page>> byStem;
    private final Map<String, List<Page>> byTitle;

    WikiNames(Site site) {
        int size = site.pages().size();
        byPath = HashMap.newHashMap(size);
        byStem = HashMap.newHashMap(size);
        byTitle = HashMap.newHashMap(size);
        for (Page page : site.pages()) {
            String path = key(page.source());
            add(byPath, path, page);
            add(byStem, RelativePath.name(path), page);
            add(byTitle, page.title().strip().toLowerCase(Locale.ROOT), page);
        }
        for (Section section : site.sections()) {
            site.index(section)
                    .ifPresent(page -> {
                        String path = section.path().toLowerCase(Locale.ROOT);
                        add(byPath, path, page);
                        add(byStem, RelativePath.name(path), page);
                    });
        }
    }

    private static void add(Map<String, List<Page>> map, String key, Page page) {
        map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(page);
    }

    /// A path in lower case without `.md` at its end.
    private static String key(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        boolean markdown = lower.endsWith(".md") || lower.endsWith(".markdown");
        return markdown ? lower.substring(0, dot) : lower;
    }

    /// The page that `name` means in a link on page `from`; null if there is none.
    @Nullable Page find(Page from, String name) {
        String key = key(name.strip());
        @Nullable Page page = at(from, from.folder().toLowerCase(Locale.ROOT), key);
        if (page == null) {
            page = at(from, "", key);
        }
        if (page == null) {
            page = byStem(from, key);
        }
        return page == null ? nearest(from, byTitle.get(key), "") : page;
    }

    private @Nullable Page at(Page from, String folder, String key) {
        return RelativePath.resolve(folder, key)
                .map(path -> nearest(from, byPath.get(path), ""))
                .orElse(null);
    }

    private @Nullable Page byStem(Page from, String key) {
        boolean plain = !key.startsWith("/") && !key.startsWith("./") && !key.startsWith("../");
        return plain ? nearest(from, byStem.get(RelativePath.name(key)), "/" + key) : null;
    }

    /// The nearest of the pages whose path ends so.
    private static @Nullable Page nearest(Page from, @Nullable List<Page> pages, String ending) {
        if (pages == null) {
            return null;
        }
        return pages.stream()
                .filter(page -> endsWith(page, ending))
                .min(
                        Comparator.<Page>comparingInt(page -> steps(from.folder(), page.folder()))
                                .thenComparing(Page::source))
                .orElse(null);
    }

    private static boolean endsWith(Page page, String ending) {
        if (ending.isEmpty()) {
            return true;
        }
        String folder = "/" + page.folder().toLowerCase(Locale.ROOT);
        return ("/" + key(page.source())).endsWith(ending) || folder.endsWith(ending);
    }

    /// The folders one has to leave and enter on the way.
    static int steps(String from, String to) {
        List<String> here = parts(from);
        List<String> there = parts(to);
        int common = 0;
        while (common < Math.min(here.size(), there.size())
                && here.get(common).equals(there.get(common))) {
            common++;
        }
        return here.size() + there.size() - 2 * common;
    }

    private static List<String> parts(String folder) {
        return folder.isEmpty() ? List.of() : List.of(folder.split("/"));
    }
}
