package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;

import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stage between parsing and rendering: what a page's tree must learn about its site.
final class PageTransform {

    /// How deep a page may nest. Rendering is recursive: this much fits every worker's stack, so
    /// that the same pages come out under every model.
    static final int MAX_DEPTH = 500;

    /// What the addresses and titles of all links may come to, in characters, beside four times the
    /// page: a long one that is defined once can be used a hundred thousand times.
    private static final long MAX_ADDRESSES = 1_000_000;

    private static final String TOO_MUCH =
            "its link definitions, used so often, come to too much; shorten them";

    static final String TOO_DEEP = "nests too deeply (more than " + MAX_DEPTH + " levels)";

    private final Site site;

    PageTransform(Site site) {
        this.site = site;
    }

    void apply(Draft draft) throws PageException {
        Node document = Draft.left(draft.document, Stage.PARSE);
        var anchors = new Anchors();
        List<Map<String, Object>> contents = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        var addresses = new Addresses(MAX_ADDRESSES + 4 * draft.bytesIn());
        NodeWalk.<PageException>below(
                document,
                (node, depth) -> {
                    if (depth > MAX_DEPTH) {
                        throw new PageException(draft.page().source(), 0, TOO_DEEP);
                    }
                    if (node instanceof Heading heading) {
                        headings.add(heading);
                        String id = anchors.name(heading);
                        draft.anchors.put(heading, id);
                        if (heading.getLevel() == 2 || heading.getLevel() == 3) {
                            contents.add(
                                    Map.of(
                                            "id", id,
                                            "title", NodeWalk.text(heading),
                                            "level", heading.getLevel()));
                        }
                    } else if (!addresses.fit(node)) {
                        throw new PageException(draft.page().source(), 0, TOO_MUCH);
                    } else if (node instanceof Link link) {
                        link.setDestination(follow(draft.page(), link.getDestination()));
                    }
                });
        draft.contents = contents;
        draft.opensWithTitle = headings.stream().anyMatch(heading -> heading.getLevel() == 1);
        draft.title =
                draft.frontMatter
                        .text("title")
                        .or(() -> headings.stream().findFirst().map(NodeWalk::text))
                        .filter(title -> !title.isEmpty())
                        .orElse(draft.page().title());
    }

    /// How many characters of addresses and titles are left to a page.
    private static final class Addresses {

        private long left;

        Addresses(long most) {
            left = most;
        }

        /// Whether what this node adds still fits.
        boolean fit(Node node) {
            left -=
                    switch (node) {
                        case Link link -> length(link.getDestination(), link.getTitle());
                        case Image image -> length(image.getDestination(), image.getTitle());
                        default -> 0;
                    };
            return left >= 0;
        }

        private static int length(String destination, @Nullable String title) {
            return destination.length() + (title == null ? 0 : title.length());
        }
    }

    /// A link to a page's Markdown file, or to a folder with an index page, as the address of the
    /// HTML page; any other link as it is. A link that begins with `/` begins at the site's folder.
    private String follow(Page from, String destination) {
        int end = endOfPath(destination);
        String path = destination.substring(0, end);
        if (path.isEmpty() || path.startsWith("//") || hasScheme(path)) {
            return destination;
        }
        return RelativePath.resolve(from.folder(), Hrefs.decode(path))
                .flatMap(target -> page(target, path.endsWith("/")))
                .map(to -> Hrefs.relative(from.output(), to.output()) + destination.substring(end))
                .orElse(destination);
    }

    private Optional<Page> page(String target, boolean folder) {
        Optional<Page> page = folder ? Optional.empty() : site.page(target);
        return page.or(() -> site.section(target).filter(Section::indexed).flatMap(site::index));
    }

    private static int endOfPath(String destination) {
        for (int i = 0; i < destination.length(); i++) {
            if (destination.charAt(i) == '#' || destination.charAt(i) == '?') {
                return i;
            }
        }
        return destination.length();
    }

    private static boolean hasScheme(String path) {
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        return colon >= 0 && (slash < 0 || colon < slash);
    }
}
