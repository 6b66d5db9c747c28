package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;
import dev.lanescope.content.WikiLink;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.pipeline.links.Hrefs;
import dev.lanescope.pipeline.links.LinkLookups;
import dev.lanescope.pipeline.links.LinkTarget;
import dev.lanescope.pipeline.links.LinkTargets;
import dev.lanescope.pipeline.markdown.Anchors;
import dev.lanescope.pipeline.markdown.FootnoteIds;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Says which links of a finished site lead nowhere: to no page, to no static file, to a page that
/// did not come out, or to no such place on a page. Checked are links and pictures in Markdown and
/// wiki links; not checked are those that leave the site (with a scheme, or beginning with `//`),
/// those in raw HTML, and those that templates make: navigation leads to a page that did not come
/// out too, but every page has it, and that page is reported itself.
public final class LinkCheck {

    private final Site site;
    private final Predicate<String> generated;
    private final List<? extends @Nullable Provenance> left;
    private final Map<String, Set<String>> places = new HashMap<>();
    private final @Nullable LinkTargets targets;
    private @Nullable Map<String, String> namesInLowerCase;

    private LinkCheck(
            Site site, List<? extends @Nullable Provenance> left, Predicate<String> generated) {
        this.site = site;
        this.left = left;
        this.generated = generated;
        this.targets = left.stream().anyMatch(Objects::isNull) ? new LinkTargets(site) : null;
    }

    /// The broken links, each page's destinations once, by page and line.
    ///
    /// @param left what all pages left, by their id; null for a page that failed, which is not
    ///   checked itself
    /// @param generated whether there is an output that no page and no static file stands for, such
    ///   as `tags/index.html`; asked with a path, or a folder's path and `/index.html`
    public static List<BrokenLink> of(
            Site site, List<? extends @Nullable Provenance> left, Predicate<String> generated) {
        return of(site, left, generated, () -> false);
    }

    /// The same, unless it is stopped; then what had been found so far.
    ///
    /// @param stopped asked for every page, and for every broken link
    public static List<BrokenLink> of(
            Site site,
            List<? extends @Nullable Provenance> left,
            Predicate<String> generated,
            BooleanSupplier stopped) {
        if (left.size() != site.pages().size()) {
            throw new IllegalArgumentException(
                    left.size() + " digests of " + site.pages().size() + " pages");
        }
        var check = new LinkCheck(site, left, generated);
        List<BrokenLink> broken = new ArrayList<>();
        for (Page page : site.pages()) {
            @Nullable Provenance made = left.get(page.id());
            if (made != null && !stopped.getAsBoolean()) {
                List<BrokenLink> ofPage = check.ofPage(page, made.digest());
                check.addFailed(page, made.lookups(), ofPage);
                broken.addAll(SourceLines.locate(site, page, ofPage, stopped));
            }
        }
        broken.sort(null);
        return broken;
    }

    private List<BrokenLink> ofPage(Page page, PageDigest digest) {
        List<BrokenLink> broken = new ArrayList<>();
        for (String written : digest.deadLinks()) {
            @Nullable String why = whyDead(page, written);
            if (why != null) {
                broken.add(new BrokenLink(page.source(), 0, written, why));
            }
        }
        for (PageDigest.OpenLink link : digest.openLinks()) {
            @Nullable Page target = site.page(link.source()).orElse(null);
            @Nullable Provenance there = target == null ? null : left.get(target.id());
            if (target == null) {
                broken.add(new BrokenLink(page.source(), 0, link.written(), noPage(link.source())));
            } else if (there == null) {
                broken.add(new BrokenLink(page.source(), 0, link.written(), failed(target)));
            } else if (!isThere(link, there.digest())) {
                String where =
                        link.source().equals(page.source()) ? "this page" : "page " + link.source();
                String why = where + " has no heading #" + link.fragment();
                broken.add(new BrokenLink(page.source(), 0, link.written(), why));
            }
        }
        return broken;
    }

    /// Adds the links to pages that failed. What is known of links that name no place is what the
    /// page asked of the site; one that also stands there with a place is reported with that only.
    private void addFailed(Page page, LinkLookups asked, List<BrokenLink> broken) {
        if (targets == null) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (BrokenLink link : broken) {
            told.add(asked(link.destination()));
        }
        for (String path : asked.paths()) {
            if (!told.contains(path)) {
                addIfFailed(page, path, targets.path(page, path), broken);
            }
        }
        for (String name : asked.names()) {
            String wiki = "[[" + name + "]]";
            if (!told.contains(wiki)) {
                addIfFailed(page, wiki, targets.name(page, name), broken);
            }
        }
    }

    /// What the page asked the site to follow a destination: a path, or a name in brackets.
    private static String asked(String written) {
        if (!written.startsWith("[[")) {
            return Hrefs.decode(Destination.of(written).path());
        }
        return "[[" + new WikiLink(written.substring(2, written.length() - 2)).name() + "]]";
    }

    private void addIfFailed(
            Page page, String written, LinkTarget target, List<BrokenLink> broken) {
        if (target instanceof LinkTarget.OfPage(Page to) && left.get(to.id()) == null) {
            broken.add(new BrokenLink(page.source(), 0, written, failed(to)));
        }
    }

    private static String failed(Page page) {
        return "leads to a page that did not come out: " + page.source();
    }

    private boolean isThere(PageDigest.OpenLink link, PageDigest there) {
        return !there.whole()
                || FootnoteIds.owns(link.fragment())
                || link.fragment().equals(Anchors.MAIN_ID)
                || places.computeIfAbsent(link.source(), _ -> there.places())
                        .contains(link.fragment());
    }

    private static String noPage(String path) {
        return "there is no page or file " + path;
    }

    /// Null if it is not dead after all, because it leads to a generated page.
    private @Nullable String whyDead(Page page, String written) {
        if (written.startsWith("[[")) {
            return "no page or file is called so";
        }
        String path = Hrefs.decode(Destination.of(written).path());
        @Nullable String target = RelativePath.resolve(page.folder(), path).orElse(null);
        if (target == null) {
            return "leads out of the site";
        }
        if (generated.test(target)
                || generated.test(target.isEmpty() ? "index.html" : target + "/index.html")) {
            return null;
        }
        String lower = target.toLowerCase(Locale.ROOT);
        @Nullable String like = namesInLowerCase().get(lower);
        if (like == null) {
            like = namesInLowerCase().get(lower + ".md"); // links may leave that out
        }
        if (like == null) {
            like = namesInLowerCase().get(lower + "/"); // the folder of an index page
        }
        if (like != null && !like.equals(target)) {
            return "differs in upper and lower case from " + like;
        }
        return noPage(target.isEmpty() ? "at the site's beginning (no index page)" : target);
    }

    private Map<String, String> namesInLowerCase() {
        if (namesInLowerCase == null) {
            Map<String, String> names = new HashMap<>();
            site.assets().forEach(path -> names.put(path.toLowerCase(Locale.ROOT), path));
            for (Page page : site.pages()) {
                names.put(page.output().toLowerCase(Locale.ROOT), page.output());
                names.put(page.source().toLowerCase(Locale.ROOT), page.source());
            }
            for (Section section : site.sections()) {
                if (section.indexed()) {
                    names.put(section.path().toLowerCase(Locale.ROOT) + "/", section.path() + "/");
                }
            }
            namesInLowerCase = names;
        }
        return namesInLowerCase;
    }
}
