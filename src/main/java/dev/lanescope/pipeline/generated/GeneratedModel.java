package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.links.Hrefs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the template of a generated file shows. Pages that failed are not in it.
final class GeneratedModel {

    /// How many pages of each section a front page names.
    private static final int PAGES_OF_SECTION = 12;

    /// How many pages of the site's own folder a front page names.
    private static final int PAGES_OF_HOME = 500;

    /// How many sections a front page names.
    private static final int SECTIONS = 200;

    private final GeneratedPages pages;
    private final Site site;
    private final Digests digests;
    private final Years years;
    private final Map<String, Object> model = new HashMap<>();

    GeneratedModel(GeneratedPages pages, Digests digests, Years years) {
        this.pages = pages;
        this.site = pages.site();
        this.digests = digests;
        this.years = years;
    }

    Map<String, Object> of(Generated generated) {
        switch (generated.content()) {
            case GeneratedContent.Home _ -> home();
            case GeneratedContent.PostList(int number) -> posts(number);
            case GeneratedContent.Archive _ -> archive();
            case GeneratedContent.Year(int year) -> year(year);
            case GeneratedContent.TermList(TermKind kind) -> terms(kind);
            case GeneratedContent.TermPages(TermKind kind, int index, int number) ->
                    term(kind, index, number);
            case GeneratedContent.Redirect(String to) -> redirect(generated.output(), to);
            case GeneratedContent.Feed _,
                    GeneratedContent.Sitemap _,
                    GeneratedContent.SitemapIndex _,
                    GeneratedContent.SearchIndex _ ->
                    throw new IllegalArgumentException(generated.output() + " has no template");
        }
        return model;
    }

    private void title(String title) {
        model.put(
                "page",
                Entries.inOrder(
                        "href", "",
                        "title", title,
                        "description", "",
                        "language", "",
                        "source", "",
                        "date", "",
                        "hasHeading", false));
    }

    private void home() {
        Section home = pages.home();
        title(pages.name());
        List<Map<String, Object>> groups = new ArrayList<>();
        if (home.direct() > 0) {
            groups.add(group(home, "", home.first(), home.first() + home.direct(), PAGES_OF_HOME));
        }
        for (int child : home.children().stream().limit(SECTIONS).toList()) {
            Section section = site.sections().get(child);
            int first = section.first() + (section.indexed() ? 1 : 0);
            groups.add(group(section, section.title(), first, section.end(), PAGES_OF_SECTION));
        }
        model.put("groups", groups);
        model.put("groupsAfter", Math.max(0, home.children().size() - SECTIONS));
    }

    private Map<String, Object> group(
            Section section, String title, int first, int end, int atMost) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (int id = first; id < end && shown.size() < atMost; id++) {
            if (digests.has(id)) {
                shown.add(Entries.of(site.pages().get(id)));
            }
        }
        Page index = site.pages().get(section.first());
        boolean leads = section.indexed() && digests.has(index.id());
        return Entries.inOrder(
                "title",
                title,
                "href",
                leads ? Hrefs.encode(index.output()) : "",
                "description",
                leads ? index.info().description() : "",
                "more",
                Math.max(0, end - first - shown.size()),
                "pages",
                shown);
    }

    private void posts(int number) {
        int of = pages.posts().pageCount();
        String name = pages.name();
        title(number == 1 ? name : name + ", page " + number + " of " + of);
        model.put("posts", summaries(pages.posts().onPage(number)));
        model.put("number", number);
        model.put("of", of);
        model.put("newer", href(new GeneratedContent.PostList(number - 1)));
        model.put("older", href(new GeneratedContent.PostList(number + 1)));
    }

    private void archive() {
        title("Archive");
        model.put("years", years.of(digests));
    }

    private void year(int year) {
        title(String.valueOf(year));
        model.put("year", year);
        model.put("years", years.of(digests));
        model.put("posts", entries(pages.posts().of(year)));
    }

    private void terms(TermKind kind) {
        title(kind.titleOfMany());
        List<Term> all = pages.terms(kind);
        List<Map<String, Object>> entries = new ArrayList<>(all.size());
        for (int index = 0; index < all.size(); index++) {
            entries.add(
                    Entries.inOrder(
                            "title", all.get(index).label(),
                            "href", href(new GeneratedContent.TermPages(kind, index, 1)),
                            "count", came(pagesOf(all.get(index).pages())).size()));
        }
        model.put("terms", entries);
    }

    private void term(TermKind kind, int index, int number) {
        Term term = pages.terms(kind).get(index);
        int of = term.pageCount();
        title(number == 1 ? term.label() : term.label() + ", page " + number + " of " + of);
        model.put("kind", kind.title());
        model.put("kinds", kind.titleOfMany());
        model.put("all", href(new GeneratedContent.TermList(kind)));
        model.put("posts", entries(pagesOf(term.onPage(number))));
        model.put("number", number);
        model.put("of", of);
        model.put("before", href(new GeneratedContent.TermPages(kind, index, number - 1)));
        model.put("after", href(new GeneratedContent.TermPages(kind, index, number + 1)));
    }

    private List<Page> pagesOf(List<Integer> ids) {
        return ids.stream().map(site.pages()::get).toList();
    }

    private void redirect(String from, String to) {
        title(pages.title(to));
        model.put("to", Hrefs.relative(from, to));
        model.put("canonical", pages.base().isKnown() ? pages.base().to(to) : "");
    }

    private List<Page> came(List<Page> all) {
        return all.stream().filter(page -> digests.has(page.id())).toList();
    }

    private List<Map<String, Object>> summaries(List<Page> all) {
        return came(all).stream().map(page -> Entries.page(page, digests)).toList();
    }

    private List<Map<String, Object>> entries(List<Page> all) {
        return came(all).stream().map(Entries::of).toList();
    }

    private String href(GeneratedContent content) {
        return pages.output(content).map(Hrefs::encode).orElse("");
    }
}
