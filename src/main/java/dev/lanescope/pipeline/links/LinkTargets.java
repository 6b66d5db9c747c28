package dev.lanescope.pipeline.links;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything in one site that a link can lead to. One for each worker: what a site without wiki
/// links or links to HTML files does not need is not built.
public final class LinkTargets {

    private final Site site;
    private @Nullable Set<String> files;
    private @Nullable Map<String, Page> byOutput;
    private @Nullable WikiNames names;
    private @Nullable WikiFiles namedFiles;

    public LinkTargets(Site site) {
        this.site = site;
    }

    /// What a path leads to as seen from a page. A path that begins with `/` begins at the site's
    /// folder. In this order: the Markdown file of that name; the index page of that folder; the
    /// page whose HTML file it is; a static file; and, since other generators write links so, the
    /// Markdown file whose name lacks its ending.
    ///
    /// @param path without percent-encoding, query and fragment; not empty
    public LinkTarget path(Page from, String path) {
        Optional<String> inside = RelativePath.resolve(from.folder(), path);
        if (inside.isEmpty()) {
            return LinkTarget.NOWHERE;
        }
        String target = inside.get();
        Optional<Page> page = path.endsWith("/") ? Optional.empty() : site.page(target);
        if (page.isEmpty()) {
            page = site.section(target).filter(Section::indexed).flatMap(site::index);
        }
        if (page.isEmpty() && target.endsWith(".html")) {
            page = Optional.ofNullable(outputs().get(target));
        }
        if (page.isEmpty() && files().contains(target)) {
            return new LinkTarget.OfFile(target);
        }
        if (page.isEmpty() && !target.isEmpty()) {
            page = site.page(target + ".md");
        }
        return page.<LinkTarget>map(LinkTarget.OfPage::new).orElse(LinkTarget.NOWHERE);
    }

    /// The page that a wiki link means, or else the static file; see [WikiNames] and [WikiFiles].
    public LinkTarget name(Page from, String name) {
        if (names == null) {
            names = new WikiNames(site);
        }
        @Nullable Page page = names.find(from, name);
        return page == null ? file(from, name) : new LinkTarget.OfPage(page);
    }

    private LinkTarget file(Page from, String name) {
        if (namedFiles == null) {
            namedFiles = new WikiFiles(site);
        }
        @Nullable String file = namedFiles.find(from, name);
        return file == null ? LinkTarget.NOWHERE : new LinkTarget.OfFile(file);
    }

    /// 64 bits over everything that answers here depend on: sources, outputs and titles of the
    /// pages and the paths of the static files. Two sites with the same answer every question in
    /// the same way (but for one chance in 2^64; it is no defence against forgery, and nobody gains
    /// by one).
    public long fingerprint() {
        var hash = new Hash64();
        for (Page page : site.pages()) {
            hash.add(page.source());
            hash.add(page.output());
            hash.add(page.title());
        }
        hash.add(null);
        site.assets().forEach(hash::add);
        return hash.value();
    }

    private Set<String> files() {
        if (files == null) {
            files = new HashSet<>(site.assets());
        }
        return files;
    }

    private Map<String, Page> outputs() {
        if (byOutput == null) {
            byOutput = HashMap.newHashMap(site.pages().size());
            for (Page page : site.pages()) {
                byOutput.put(page.output(), page);
            }
        }
        return byOutput;
    }
}
