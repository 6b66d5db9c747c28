package dev.lanescope.pipeline;

import dev.lanescope.content.PageInfo;
import dev.lanescope.content.Site;
import dev.lanescope.content.WikiLink;
import dev.lanescope.pipeline.generated.Entries;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.links.LinkTargets;
import dev.lanescope.pipeline.markdown.Anchors;
import dev.lanescope.pipeline.markdown.Markdown;
import dev.lanescope.pipeline.markdown.NodeWalk;
import dev.lanescope.pipeline.markdown.RawAnchors;
import dev.lanescope.pipeline.markdown.TextStart;

import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The stage between parsing and rendering: what a page's tree must learn about its site, and what
/// the site must learn about the page.
final class PageTransform {

    /// What the addresses and titles of all links may come to, in characters, beside four times the
    /// page: a long one that is defined once can be used a hundred thousand times.
    private static final long MAX_ADDRESSES = 1_000_000;

    private static final String DOTS = "...";
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private static final String TOO_MUCH =
            "its link definitions, used so often, come to too much; shorten them";

    private final LinkTargets targets;
    private final RenderSettings settings;

    PageTransform(Site site, RenderSettings settings) {
        this.targets = new LinkTargets(site);
        this.settings = settings;
    }

    void apply(Draft draft) throws PageException {
        Node document = Draft.left(draft.document, Stage.PARSE);
        var links = new PageLinks(draft.page(), targets);
        var start = new TextStart();
        List<Heading> headings = new ArrayList<>();
        Set<String> raw = new TreeSet<>();
        var addresses = new Addresses(MAX_ADDRESSES + 4 * draft.bytesIn());
        NodeWalk.<PageException>below(
                document,
                (node, depth) -> {
                    if (depth > Markdown.MAX_DEPTH) {
                        throw new PageException(draft.page().source(), 0, Markdown.TOO_DEEP);
                    }
                    if (!addresses.fit(node)) {
                        throw new PageException(draft.page().source(), 0, TOO_MUCH);
                    }
                    start.see(node, depth);
                    if (node instanceof Text) {
                        return; // most nodes are
                    }
                    links.see(node);
                    switch (node) {
                        case Heading heading -> headings.add(heading);
                        case HtmlBlock html -> findAnchors(html.getLiteral(), raw);
                        case HtmlInline html -> findAnchors(html.getLiteral(), raw);
                        case WikiLink link -> start.add(link.text());
                        default -> {}
                    }
                });
        links.followWikiLinks();
        List<PageDigest.Heading> named = name(headings, draft, raw);
        draft.digest = digest(named, raw, start.toString(), links);
        draft.lookups = links.lookups();
    }

    private void findAnchors(String html, Set<String> raw) {
        if (!settings.escapeHtml()) {
            RawAnchors.find(html, raw);
        }
    }

    /// Gives the headings their ids, the page its title and its table of contents.
    private static List<PageDigest.Heading> name(
            List<Heading> headings, Draft draft, Set<String> raw) {
        var anchors = new Anchors(raw);
        headings.forEach(anchors::reserve);
        List<Map<String, Object>> contents = new ArrayList<>();
        draft.title =
                draft.frontMatter
                        .text("title")
                        .map(PageTransform::withoutControls)
                        .filter(title -> !title.isBlank())
                        .orElse(draft.page().title());
        List<PageDigest.Heading> named = new ArrayList<>(headings.size());
        for (Heading heading : headings) {
            String id = anchors.name(heading);
            String text = NodeWalk.text(heading);
            int level = heading.getLevel();
            draft.anchors.put(heading, id);
            draft.opensWithTitle |= showsTitle(draft, heading, text, named.isEmpty());
            if (level == 2 || level == 3) {
                contents.add(Entries.inOrder("id", id, "title", text, "level", level));
            }
            named.add(new PageDigest.Heading(level, id, text));
        }
        draft.contents = contents;
        return named;
    }

    /// No browser shows them, and no XML may hold them.
    private static String withoutControls(String title) {
        for (int i = 0; i < title.length(); i++) {
            if (Character.isISOControl(title.charAt(i))) {
                return CONTROLS.matcher(title).replaceAll(" ").strip();
            }
        }
        return title;
    }

    private static PageDigest digest(
            List<PageDigest.Heading> headings, Set<String> raw, String start, PageLinks links) {
        Set<String> places = new HashSet<>(raw);
        headings.forEach(heading -> places.add(heading.id()));
        return PageDigest.of(headings, raw, start, links.open(places), links.dead());
    }

    /// Whether a heading is the page's title, so that the template need not show that above it. A
    /// heading of the highest level is, if it says so or if the text begins with it; one of a lower
    /// level, if the text begins with it and it says so. A page whose sections all have the highest
    /// level still gets its title.
    private static boolean showsTitle(Draft draft, Heading heading, String text, boolean first) {
        boolean says = text.equals(draft.title) || isCut(draft.title, text);
        return heading.getLevel() == 1
                ? says || (first && opens(heading))
                : says && first && opens(heading);
    }

    /// Whether a title is the beginning of a heading that is too long for one.
    private static boolean isCut(String title, String heading) {
        return title.length() >= PageInfo.MAX_TITLE - DOTS.length() - 1
                && title.endsWith(DOTS)
                && heading.startsWith(title.substring(0, title.length() - DOTS.length()));
    }

    /// Whether nothing but raw HTML, such as a comment or a badge, comes before it.
    private static boolean opens(Heading heading) {
        Node before = heading.getPrevious();
        while (before instanceof HtmlBlock) {
            before = before.getPrevious();
        }
        return before == null && heading.getParent() instanceof Document;
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
}
