package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every file of a site that is made of its pages, known before any page is rendered, and where the
/// pages find them. Immutable; one serves all workers. The same site and settings list the same
/// files with the same ids anywhere.
public final class GeneratedPages {

    /// The file that stands at a site's own address.
    private static final String FRONT = "index.html";

    private final Site site;
    private final TemplateSet set;
    private final BaseUrl base;
    private final int addressesOfSitemap;
    private final Section home;
    private final String name;
    private final Posts posts;
    private final Map<TermKind, Terms> terms = new EnumMap<>(TermKind.class);
    private final Map<String, String> titles = new HashMap<>();
    private final List<Generated> all = new ArrayList<>();
    private final Map<String, Generated> byId = new HashMap<>();

    private GeneratedPages(Site site, TemplateSet set, BaseUrl base, int addressesOfSitemap) {
        this.site = site;
        this.set = set;
        this.base = base;
        this.addressesOfSitemap = addressesOfSitemap;
        this.home = SiteHome.of(site);
        this.name = SiteHome.title(site);
        this.posts = Posts.of(site);
        for (TermKind kind : TermKind.values()) {
            terms.put(kind, Terms.of(site, kind));
        }
    }

    /// Lists them.
    public static GeneratedPages of(Site site, TemplateSet set, BaseUrl base) {
        return of(site, set, base, SitemapFile.MAX_ADDRESSES);
    }

    /// Lists none, for a site of which only the pages are made.
    public static GeneratedPages none(Site site, TemplateSet set, BaseUrl base) {
        return new GeneratedPages(site, set, base, SitemapFile.MAX_ADDRESSES);
    }

    /// Lists them.
    ///
    /// @param addressesOfSitemap how many pages one sitemap holds at most
    static GeneratedPages of(Site site, TemplateSet set, BaseUrl base, int addressesOfSitemap) {
        var pages = new GeneratedPages(site, set, base, addressesOfSitemap);
        pages.list(new GeneratedNames(site));
        return pages;
    }

    /// The biggest come first, so that the last to finish are small.
    private void list(GeneratedNames names) {
        add(
                names.claim(Site.OWN_FILES, "search-index", ".js"),
                new GeneratedContent.SearchIndex(
                        names.claim(Site.OWN_FILES, "search-index", ".json")));
        listSitemaps(names);
        if (!posts.isEmpty()) {
            add(names.claim("", "feed", ".xml"), new GeneratedContent.Feed());
        }
        if (set == TemplateSet.BLOG && !posts.isEmpty()) {
            listPosts(names);
        }
        if (names.isFree(FRONT)) {
            add(names.claim("", "index", ".html"), forFront());
        }
        for (TermKind kind : TermKind.values()) {
            listTerms(kind, names);
        }
        for (Page page : site.pages()) {
            if (!page.aliases().isEmpty()) {
                titles.put(page.output(), page.title());
            }
            for (String alias : page.aliases()) {
                all.add(
                        new Generated(
                                all.size(), alias, new GeneratedContent.Redirect(page.output())));
            }
        }
    }

    private void listSitemaps(GeneratedNames names) {
        String whole = names.claim("", "sitemap", ".xml");
        int count = site.pages().size();
        if (count <= addressesOfSitemap) {
            add(whole, new GeneratedContent.Sitemap(0));
            return;
        }
        add(whole, new GeneratedContent.SitemapIndex());
        for (int first = 0; first < count; first += addressesOfSitemap) {
            String name = "sitemap-" + (first / addressesOfSitemap + 1);
            add(names.claim("", name, ".xml"), new GeneratedContent.Sitemap(first));
        }
    }

    private void listPosts(GeneratedNames names) {
        String first =
                names.isFree(FRONT)
                        ? names.claim("", "index", ".html")
                        : names.claim("posts", "index", ".html");
        add(first, new GeneratedContent.PostList(1));
        for (int number = 2; number <= posts.pageCount(); number++) {
            String name = String.valueOf(number);
            add(names.claim("posts", name, ".html"), new GeneratedContent.PostList(number));
        }
        add(names.claim("archive", "index", ".html"), new GeneratedContent.Archive());
        for (int year : posts.years()) {
            String name = String.valueOf(year);
            add(names.claim("archive", name, ".html"), new GeneratedContent.Year(year));
        }
    }

    private void listTerms(TermKind kind, GeneratedNames names) {
        List<Term> those = terms(kind);
        if (those.isEmpty()) {
            return;
        }
        add(names.claim(kind.many(), "index", ".html"), new GeneratedContent.TermList(kind));
        for (int index = 0; index < those.size(); index++) {
            listPagesOf(those.get(index), index, names);
        }
    }

    /// A term has one address; where its list is long, the rest of it stands in a folder beside.
    private void listPagesOf(Term term, int index, GeneratedNames names) {
        TermKind kind = term.kind();
        String slug = GeneratedNames.slug(term.label(), kind.one());
        String first = names.claim(kind.many(), slug, ".html");
        add(first, new GeneratedContent.TermPages(kind, index, 1));
        String folder = first.substring(0, first.length() - ".html".length());
        for (int number = 2; number <= term.pageCount(); number++) {
            add(
                    names.claim(folder, String.valueOf(number), ".html"),
                    new GeneratedContent.TermPages(kind, index, number));
        }
    }

    /// A site that begins further down is led there; any other gets a page that lists what it has.
    private GeneratedContent forFront() {
        return site.index(home)
                .<GeneratedContent>map(page -> {
                    titles.put(page.output(), page.title());
                    return new GeneratedContent.Redirect(page.output());
                })
                .orElseGet(GeneratedContent.Home::new);
    }

    private void add(String output, GeneratedContent content) {
        var generated = new Generated(all.size(), output, content);
        all.add(generated);
        byId.put(content.id(), generated);
    }

    /// All of them, in an order that never changes; each at its id.
    public List<Generated> all() {
        return List.copyOf(all);
    }

    /// The output of what holds this; empty where the site has no such file.
    public Optional<String> output(GeneratedContent content) {
        return Optional.ofNullable(byId.get(content.id())).map(Generated::output);
    }

    /// The output of the search index; empty where the site has none.
    Optional<String> searchIndex() {
        return Optional.ofNullable(byId.get(GeneratedContent.SearchIndex.ID))
                .map(Generated::output);
    }

    /// The output of the page for a tag or category as a page writes it.
    public Optional<String> output(TermKind kind, String label) {
        int index = terms.getOrDefault(kind, Terms.NONE).index(label);
        return index < 0
                ? Optional.empty()
                : output(new GeneratedContent.TermPages(kind, index, 1));
    }

    /// The templates these are made for.
    public TemplateSet set() {
        return set;
    }

    /// Where the site begins: what stands at its own address, the page of its uppermost folder, or
    /// the list of its posts.
    public String front() {
        Optional<String> posts = output(new GeneratedContent.PostList(1));
        return posts.filter(FRONT::equals)
                .or(() -> site.index(home).map(Page::output))
                .or(() -> output(new GeneratedContent.Home()))
                .or(() -> site.assets().contains(FRONT) ? Optional.of(FRONT) : Optional.empty())
                .or(() -> posts)
                .orElseGet(() -> site.pages().get(home.first()).output());
    }

    /// The title of the page with this output.
    String title(String output) {
        return titles.getOrDefault(output, output);
    }

    Site site() {
        return site;
    }

    BaseUrl base() {
        return base;
    }

    /// How many pages one sitemap holds at most.
    int addressesOfSitemap() {
        return addressesOfSitemap;
    }

    /// What the site is called.
    String name() {
        return name;
    }

    Section home() {
        return home;
    }

    Posts posts() {
        return posts;
    }

    List<Term> terms(TermKind kind) {
        return terms.getOrDefault(kind, Terms.NONE).all();
    }
}
