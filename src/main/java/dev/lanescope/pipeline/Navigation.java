package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.SiteHome;
import dev.lanescope.pipeline.links.Hrefs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One worker's view of the site as plain maps for templates. A folder's entries are made when its
/// first page comes and kept: they hold addresses from the site's root, which a template precedes
/// with `root`, so that they serve all pages.
final class Navigation {

    /// How many neighbours a page shows in a list; the rest is only counted.
    static final int SHOWN = 40;

    private final Site site;
    private final Map<Integer, List<Map<String, Object>>> pagesOf = new HashMap<>();
    private final Map<Integer, List<Map<String, Object>>> sectionsOf = new HashMap<>();
    private final Section home;
    private final Map<String, Object> homeEntry;

    Navigation(Site site) {
        this.site = site;
        this.home = SiteHome.of(site);
        this.homeEntry = entry(home);
    }

    /// Puts what surrounds a page under the names that templates know.
    void describe(Page page, Map<String, Object> model) {
        Section section = site.section(page);
        model.put("site", homeEntry);
        model.put("root", Hrefs.toRoot(page.output()));
        Deque<Map<String, Object>> trail = new ArrayDeque<>();
        Section top = section;
        while (top.id() != home.id()) {
            trail.addFirst(entry(top));
            if (top.parent() == home.id()) {
                break;
            }
            top = site.sections().get(top.parent());
        }
        model.put("trail", List.copyOf(trail));
        putWindow(model, "sections", sections(home), position(top));
        model.put("top", top.id());
        model.put("section", entry(section));
        int others = section.indexed() ? 1 : 0;
        int at = page.id() - section.first() - others; // -1 on the index page itself
        putWindow(model, "pages", pages(section), at);
        List<Map<String, Object>> below = section.id() == home.id() ? List.of() : sections(section);
        putWindow(model, "below", below, 0);
        model.put("previous", neighbour(page.id() - 1));
        model.put("next", neighbour(page.id() + 1));
    }

    /// Puts what surrounds a generated file under the same names.
    void describe(Generated generated, Map<String, Object> model) {
        model.put("site", homeEntry);
        model.put("root", Hrefs.toRoot(generated.output()));
        model.put("trail", List.of());
        putWindow(model, "sections", sections(home), 0);
        model.put("top", -1);
        model.put("section", homeEntry);
        putWindow(model, "pages", List.of(), 0);
        putWindow(model, "below", List.of(), 0);
        model.put("previous", neighbour(-1));
        model.put("next", neighbour(-1));
    }

    private int position(Section top) {
        return Math.max(0, home.children().indexOf(top.id()));
    }

    /// At most [#SHOWN] entries around a place, and how many there are before and after them.
    private static void putWindow(
            Map<String, Object> model, String name, List<Map<String, Object>> all, int place) {
        int last = Math.max(0, all.size() - SHOWN);
        int from = Math.clamp(place - SHOWN / 2, 0, last);
        int to = Math.min(all.size(), from + SHOWN);
        model.put(name, all.subList(from, to));
        model.put(name + "Before", from);
        model.put(name + "After", all.size() - to);
    }

    private Map<String, Object> neighbour(int id) {
        return id >= 0 && id < site.pages().size()
                ? entry(site.pages().get(id))
                : Map.of("id", -1, "title", "", "href", "");
    }

    private List<Map<String, Object>> pages(Section section) {
        return pagesOf.computeIfAbsent(
                section.id(),
                _ -> {
                    int first = section.first() + (section.indexed() ? 1 : 0);
                    List<Map<String, Object>> entries = new ArrayList<>();
                    for (int id = first; id < section.first() + section.direct(); id++) {
                        entries.add(entry(site.pages().get(id)));
                    }
                    return entries;
                });
    }

    private List<Map<String, Object>> sections(Section section) {
        return sectionsOf.computeIfAbsent(
                section.id(),
                _ ->
                        section.children().stream()
                                .map(child -> entry(site.sections().get(child)))
                                .toList());
    }

    private static Map<String, Object> entry(Page page) {
        return Map.of(
                "id", page.id(),
                "title", page.title(),
                "href", Hrefs.encode(page.output()));
    }

    /// A section without an index page has no address of its own, only its first page's.
    private Map<String, Object> entry(Section section) {
        String first = Hrefs.encode(site.pages().get(section.first()).output());
        return Map.of(
                "id", section.id(),
                "title", section.title(),
                "href", section.indexed() ? first : "",
                "first", first,
                "count", section.pageCount());
    }
}
