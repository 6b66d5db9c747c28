package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.Section;
import dev.lanescope.pipeline.links.Hrefs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a page's template shows of the generated files, and a generated file's of the others: the
/// ways to them, under the names that templates know. Immutable.
public final class Surroundings {

    /// How many of its newest posts a folder's own page shows in a blog.
    private static final int NEWEST = 10;

    private static final Map<String, Object> NOTHING = Entries.inOrder("title", "", "href", "");

    private final GeneratedPages pages;
    private final Map<String, Object> everywhere;

    public Surroundings(GeneratedPages pages) {
        this.pages = pages;
        this.everywhere =
                Map.of(
                        "home", Hrefs.encode(pages.front()),
                        "search", pages.searchIndex().map(Hrefs::encode).orElse(""),
                        "feed", href(new GeneratedContent.Feed()),
                        "ways", ways());
    }

    private String href(GeneratedContent content) {
        return pages.output(content).map(Hrefs::encode).orElse("");
    }

    private List<Map<String, Object>> ways() {
        List<Map<String, Object>> ways = new ArrayList<>();
        Optional<String> posts = pages.output(new GeneratedContent.PostList(1));
        posts.filter(output -> !output.equals(pages.front()))
                .ifPresent(output -> ways.add(Entries.link("Posts", output)));
        pages.output(new GeneratedContent.Archive())
                .ifPresent(output -> ways.add(Entries.link("Archive", output)));
        for (TermKind kind : TermKind.values()) {
            String title = kind.titleOfMany();
            pages.output(new GeneratedContent.TermList(kind))
                    .ifPresent(output -> ways.add(Entries.link(title, output)));
        }
        return List.copyOf(ways);
    }

    /// Adds what surrounds a page: `home`, `search`, `feed`, `ways`, `canonical`, `tags` and
    /// `categories`; in a blog also the `previous` and `next` post, and on a folder's own page its
    /// newest `posts`.
    public void describe(Page page, Map<String, Object> model) {
        model.putAll(everywhere);
        model.put("canonical", canonical(page.output()));
        model.put("tags", Entries.terms(pages, TermKind.TAG, page));
        model.put("categories", Entries.terms(pages, TermKind.CATEGORY, page));
        if (pages.set() == TemplateSet.BLOG) {
            Posts posts = pages.posts();
            model.put("previous", posts.older(page).map(Entries::of).orElse(NOTHING));
            model.put("next", posts.newer(page).map(Entries::of).orElse(NOTHING));
            model.put("posts", newestOf(page));
            model.put("allPosts", href(new GeneratedContent.PostList(1)));
        }
    }

    private List<Map<String, Object>> newestOf(Page page) {
        Section section = pages.site().section(page);
        if (!section.indexed() || section.first() != page.id()) {
            return List.of();
        }
        return pages.posts().newest(section.first() + 1, section.end(), NEWEST).stream()
                .map(Surroundings::withDescription)
                .toList();
    }

    private static Map<String, Object> withDescription(Page page) {
        Map<String, Object> entry = new LinkedHashMap<>(Entries.of(page));
        entry.put("summary", page.info().description());
        return entry;
    }

    /// Adds what surrounds a generated file: `home`, `search`, `feed`, `ways` and `canonical`.
    public void describe(Generated generated, Map<String, Object> model) {
        model.putAll(everywhere);
        model.putIfAbsent("canonical", canonical(generated.output()));
    }

    private String canonical(String output) {
        return pages.base().isKnown() ? pages.base().to(output) : "";
    }
}
