package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Puts found pages into reading order, section by section.
final class SiteBuilder {

    /// A folder on its way to becoming a section.
    private static final class Folder {
        final String path;
        final Map<String, Folder> children = new TreeMap<>();
        final List<FoundPage> pages = new ArrayList<>();
        @Nullable FoundPage index;

        Folder(String path) {
            this.path = path;
        }

        long weight() {
            return index == null ? PageFacts.NO_WEIGHT : index.facts().weight();
        }
    }

    private final Path folder;
    private final List<FoundPage> found;
    private final List<String> assets;
    private final Cascades cascades;
    private final LeftOut leftOut;
    private final List<String> drafts;
    private final String name;
    private final OutputNames outputs;
    private final List<Page> pages = new ArrayList<>();
    private final List<@Nullable Section> sections = new ArrayList<>();

    SiteBuilder(
            Path folder,
            List<FoundPage> found,
            List<String> drafts,
            List<String> assets,
            Cascades cascades,
            LeftOut leftOut) {
        this.folder = folder;
        this.found = found.stream().sorted(FoundPage.ORDER).toList();
        this.assets = assets.stream().sorted().toList();
        this.drafts = drafts.stream().sorted().toList();
        this.cascades = cascades;
        this.leftOut = leftOut;
        this.name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        this.outputs = OutputNames.of(found, assets, leftOut);
    }

    Site build() {
        var top = new Folder("");
        for (FoundPage page : found) {
            Folder home = top;
            String path = page.folder();
            for (int end = 0; end < path.length(); ) {
                int slash = path.indexOf('/', end + 1);
                end = slash < 0 ? path.length() : slash;
                home = home.children.computeIfAbsent(path.substring(0, end), Folder::new);
            }
            if (isIndexOf(page)) {
                home.index = page;
            } else {
                home.pages.add(page);
            }
        }
        add(top, -1);
        List<Section> complete = new ArrayList<>(sections.size());
        sections.forEach(section -> complete.add(Objects.requireNonNull(section)));
        return new Site(folder, pages, complete, assets, leftOut.sorted(), drafts);
    }

    /// Only the page that won the name `index.html` is its folder's index.
    private boolean isIndexOf(FoundPage page) {
        return page.isIndex() && (page.wish() + ".html").equals(outputs.output(page.source()));
    }

    private int add(Folder from, int parent) {
        int id = sections.size();
        int first = pages.size();
        sections.add(null);
        if (from.index != null) {
            add(from.index, id);
        }
        from.pages.forEach(page -> add(page, id));
        int direct = pages.size() - first;
        List<Integer> children = new ArrayList<>();
        from.children.values().stream()
                .sorted((one, other) -> Long.compare(one.weight(), other.weight())) // then by path
                .forEach(child -> children.add(add(child, id)));
        String title =
                from.index != null
                        ? from.index.info(name).title()
                        : RelativePath.readable(
                                from.path.isEmpty() ? name : RelativePath.name(from.path));
        boolean indexed = from.index != null;
        sections.set(
                id,
                new Section(
                        id,
                        parent,
                        from.path,
                        title,
                        indexed,
                        first,
                        direct,
                        pages.size(),
                        children,
                        cascades.in(from.path)));
        return id;
    }

    private void add(FoundPage page, int section) {
        pages.add(
                new Page(
                        pages.size(),
                        page.source(),
                        outputs.output(page.source()),
                        page.bytes(),
                        section,
                        page.info(name),
                        outputs.aliases(page.source())));
    }
}
