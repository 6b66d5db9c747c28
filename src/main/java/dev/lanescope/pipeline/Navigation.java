package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.Section;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.generated.Entries;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.SiteHome;
import dev.lanescope.pipeline.links.Hrefs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// One worker's view of the site as plain maps for templates. An entry is made when the first page
/// shows it, and kept: it holds addresses from the site's root, which a template precedes with
/// `root`, so that it serves all pages. What a page costs does not grow with the site.
///
/// No entry holds a number that shifts when a page comes or goes elsewhere, such as an id: every
/// page that is given one would have to be rendered again.
final class Navigation {

    /// How many neighbours a page shows in a list; the rest is only counted.
    static final int SHOWN = 40;

    private final Site site;
    private final Map<Integer, Map<String, Object>> pages = new HashMap<>();
    private final Map<Integer, Map<String, Object>> sections = new HashMap<>();
    private final Map<Integer, Integer> places = new HashMap<>(); // in the home section's list
    private final Section home;

    Navigation(Site site) {
        this.site = site;
        this.home = SiteHome.of(site);
        home.children().forEach(child -> places.put(child, places.size()));
    }

    /// Puts what surrounds a page under the names that templates know.
    void describe(Page page, Map<String, Object> model) {
        Section section = site.section(page);
        model.put("site", section(home.id()));
        model.put("root", Hrefs.toRoot(page.output()));
        Deque<Map<String, Object>> trail = new ArrayDeque<>();
        Section top = section;
        while (top.id() != home.id()) {
            trail.addFirst(section(top.id()));
            if (top.parent() == home.id()) {
                break;
            }
            top = site.sections().get(top.parent());
        }
        model.put("trail", List.copyOf(trail));
        List<Integer> tops = home.children();
        int place = places.getOrDefault(top.id(), 0);
        putWindow(model, "sections", tops.size(), place, at -> section(tops.get(at)));
        model.put("top", top.path());
        model.put("section", section(section.id()));
        int others = section.indexed() ? 1 : 0;
        int first = section.first() + others;
        int at = page.id() - first; // -1 on the index page itself
        putWindow(model, "pages", section.direct() - others, at, other -> page(first + other));
        List<Integer> below = section.id() == home.id() ? List.of() : section.children();
        putWindow(model, "below", below.size(), 0, child -> section(below.get(child)));
        model.put("previous", neighbour(page.id() - 1));
        model.put("next", neighbour(page.id() + 1));
    }

    /// Puts what surrounds a generated file under the same names.
    void describe(Generated generated, Map<String, Object> model) {
        model.put("site", section(home.id()));
        model.put("root", Hrefs.toRoot(generated.output()));
        model.put("trail", List.of());
        List<Integer> tops = home.children();
        putWindow(model, "sections", tops.size(), 0, at -> section(tops.get(at)));
        model.put("top", "");
        model.put("section", section(home.id()));
        putWindow(model, "pages", 0, 0, this::page);
        putWindow(model, "below", 0, 0, this::section);
        model.put("previous", neighbour(-1));
        model.put("next", neighbour(-1));
    }

    /// At most [#SHOWN] entries around a place, and how many there are before and after them.
    private static void putWindow(
            Map<String, Object> model,
            String name,
            int size,
            int place,
            IntFunction<Map<String, Object>> entry) {
        int last = Math.max(0, size - SHOWN);
        int from = Math.clamp(place - SHOWN / 2, 0, last);
        int to = Math.min(size, from + SHOWN);
        List<Map<String, Object>> shown = new ArrayList<>(to - from);
        for (int at = from; at < to; at++) {
            shown.add(entry.apply(at));
        }
        model.put(name, shown);
        model.put(name + "Before", from);
        model.put(name + "After", size - to);
    }

    private Map<String, Object> neighbour(int id) {
        return id >= 0 && id < site.pages().size()
                ? page(id)
                : Entries.inOrder("title", "", "href", "");
    }

    private Map<String, Object> page(int id) {
        Map<String, Object> known = pages.get(id);
        if (known == null) {
            known = entry(site.pages().get(id));
            pages.put(id, known);
        }
        return known;
    }

    private Map<String, Object> section(int id) {
        Map<String, Object> known = sections.get(id);
        if (known == null) {
            known = entry(site.sections().get(id));
            sections.put(id, known);
        }
        return known;
    }

    private static Map<String, Object> entry(Page page) {
        return Entries.inOrder("title", page.title(), "href", Hrefs.encode(page.output()));
    }

    /// A section without an index page has no address of its own, only its first page's, and a
    /// count of its pages; with one it has none, for a page that comes or goes would change it.
    private Map<String, Object> entry(Section section) {
        String first = Hrefs.encode(site.pages().get(section.first()).output());
        Map<String, Object> entry = LinkedHashMap.newLinkedHashMap(5);
        entry.put("path", section.path());
        entry.put("title", section.id() == home.id() ? SiteHome.title(site) : section.title());
        entry.put("href", section.indexed() ? first : "");
        entry.put("first", first);
        if (!section.indexed() && section.id() != home.id()) {
            entry.put("count", section.pageCount());
        }
        return entry;
    }
}
