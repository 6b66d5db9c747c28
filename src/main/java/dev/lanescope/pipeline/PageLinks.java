package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.WikiLink;
import dev.lanescope.pipeline.links.Hrefs;
import dev.lanescope.pipeline.links.LinkLookups;
import dev.lanescope.pipeline.links.LinkTarget;
import dev.lanescope.pipeline.links.LinkTargets;
import dev.lanescope.pipeline.links.MissingLink;
import dev.lanescope.pipeline.markdown.AnchorWords;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// The links of one page: points them at what they lead to, and remembers those that lead nowhere
/// or to a place that can only be checked when all pages are done. Links in raw HTML stay as they
/// are and are not checked.
final class PageLinks {

    /// What browsers show as a picture, by its ending.
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico");

    private final Page page;
    private final LinkTargets targets;
    private final SequencedMap<String, LinkTarget> paths = new LinkedHashMap<>();
    private final SequencedMap<String, LinkTarget> names = new LinkedHashMap<>();
    private final SequencedSet<PageDigest.OpenLink> open = new LinkedHashSet<>();
    private final SequencedSet<String> dead = new LinkedHashSet<>();
    private final SequencedSet<PageDigest.OpenLink> own = new LinkedHashSet<>();
    private final List<WikiLink> wikiLinks = new ArrayList<>();

    PageLinks(Page page, LinkTargets targets) {
        this.page = page;
        this.targets = targets;
    }

    /// Points a link, picture or wiki link at what it leads to; other nodes are of no interest.
    void see(Node node) {
        switch (node) {
            case Link link -> link.setDestination(follow(link.getDestination()));
            case Image image -> image.setDestination(follow(image.getDestination()));
            case WikiLink link -> wikiLinks.add(link); // the walk does not let us replace it now
            default -> {}
        }
    }

    /// Replaces the wiki links, once the walk is over.
    void followWikiLinks() {
        wikiLinks.forEach(this::follow);
    }

    /// The address, from this page, of what a destination leads to. A destination that begins with
    /// `/` begins at the site's folder.
    private String follow(String written) {
        Destination destination = Destination.of(written);
        if (destination.isForeign()) {
            return written;
        }
        if (destination.path().isEmpty()) {
            checkLater(page, destination.fragment(), written);
            return written;
        }
        LinkTarget target =
                paths.computeIfAbsent(
                        Hrefs.decode(destination.path()), path -> targets.path(page, path));
        return switch (target) {
            case LinkTarget.OfPage(Page to) -> {
                checkLater(to, destination.fragment(), written);
                yield Hrefs.relative(page.output(), to.output()) + destination.rest();
            }
            case LinkTarget.OfFile(String path) ->
                    destination.path().startsWith("/")
                            ? Hrefs.relative(page.output(), path) + destination.rest()
                            : written;
            case LinkTarget.Nowhere _ -> {
                addDead(written);
                yield written;
            }
        };
    }

    private void follow(WikiLink link) {
        LinkTarget target =
                link.name().isEmpty()
                        ? new LinkTarget.OfPage(page)
                        : names.computeIfAbsent(link.name(), name -> targets.name(page, name));
        switch (target) {
            case LinkTarget.OfPage(Page to) -> {
                String heading = link.heading();
                String id = heading.isEmpty() ? "" : idOf(heading);
                checkLater(to, id, "[[" + link.written() + "]]");
                String way =
                        to.id() == page.id() && !id.isEmpty()
                                ? ""
                                : Hrefs.relative(page.output(), to.output());
                String address = id.isEmpty() ? way : way + "#" + Hrefs.encode(id);
                replace(link, new Link(address, null));
            }
            case LinkTarget.OfFile(String path) -> {
                String address = Hrefs.relative(page.output(), path);
                boolean shown = link.isEmbedding() && isPicture(path);
                replace(link, shown ? new Image(address, null) : new Link(address, null));
            }
            case LinkTarget.Nowhere _ -> {
                addDead("[[" + link.written() + "]]");
                link.insertBefore(new MissingLink(link));
                removeWithBrackets(link);
            }
        }
    }

    private static boolean isPicture(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && PICTURES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String idOf(String heading) {
        String id = AnchorWords.of(heading);
        return id.isEmpty() ? "section" : id;
    }

    private static void replace(WikiLink wiki, Node node) {
        node.appendChild(new Text(wiki.text()));
        wiki.insertBefore(node);
        removeWithBrackets(wiki);
    }

    /// Removes a wiki link and the outer pair of brackets, which is text before and after it (or,
    /// by now, around what has taken its place), with the mark before them.
    private static void removeWithBrackets(WikiLink link) {
        Node placed = link.getPrevious();
        if (placed.getPrevious() instanceof Text before
                && link.getNext() instanceof Text after
                && before.getLiteral().endsWith(link.opening())
                && after.getLiteral().startsWith("]")) {
            int kept = before.getLiteral().length() - link.opening().length();
            before.setLiteral(before.getLiteral().substring(0, kept));
            after.setLiteral(after.getLiteral().substring(1));
        }
        link.unlink();
    }

    private void checkLater(Page to, String fragment, String written) {
        if (fragment.isEmpty()) {
            return;
        }
        Set<PageDigest.OpenLink> links = to.id() == page.id() ? own : open;
        if (links.size() < PageDigest.MAX_ENTRIES
                && PageDigest.fits(fragment)
                && PageDigest.fits(written)
                && PageDigest.fits(to.source())) {
            links.add(new PageDigest.OpenLink(to.source(), fragment, written));
        }
    }

    private void addDead(String written) {
        if (dead.size() < PageDigest.MAX_ENTRIES && PageDigest.fits(written)) {
            dead.add(written);
        }
    }

    /// The links to places on other pages, and those to places on this page that it does not have.
    List<PageDigest.OpenLink> open(Set<String> places) {
        List<PageDigest.OpenLink> links = new ArrayList<>(open);
        for (PageDigest.OpenLink link : own) {
            if (links.size() < PageDigest.MAX_ENTRIES && !places.contains(link.fragment())) {
                links.add(link);
            }
        }
        return links;
    }

    /// The links that lead to no page and no static file.
    List<String> dead() {
        return List.copyOf(dead);
    }

    LinkLookups lookups() {
        return LinkLookups.of(page, paths, names);
    }
}
