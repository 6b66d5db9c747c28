package dev.lanescope.bench;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A site in classes that Java serialization takes, as they are often written: pages with their
/// text, a site that has them, and references in between. Ours are not written so.
///
/// @param alone each page for itself
/// @param withSite each page with a reference to the site around it
/// @param chained each page with references to those before and after it
record Luggage(Whole alone, Inhabited withSite, List<Chained> chained) {

    /// How many entries of navigation a page shows at most: three lists of 40.
    private static final int ENTRIES = 120;

    /// A page: what is known of it, and its text.
    record Alone(
            int id,
            String source,
            String output,
            String title,
            String description,
            List<String> tags,
            String text)
            implements Serializable {}

    /// A line of navigation.
    record Entry(String title, String href) implements Serializable {}

    /// A page and what its template needs besides.
    record WithNeeds(Alone page, List<Entry> navigation) implements Serializable {}

    /// A site of pages that know nothing of it.
    record Whole(String name, List<Alone> pages) implements Serializable {}

    /// A page that knows its site.
    record Resident(Alone page, Inhabited site) implements Serializable {}

    /// A site of pages that know it.
    record Inhabited(String name, List<Resident> pages) implements Serializable {}

    /// A page that knows its neighbours.
    static final class Chained implements Serializable {
        private static final long serialVersionUID = 1;
        final Alone page;
        @Nullable Chained previous;
        @Nullable Chained next;

        Chained(Alone page) {
            this.page = page;
        }
    }

    /// Everything that is in a site of ours, and the texts from its folder.
    static Luggage of(Site site) throws Exception {
        List<Alone> pages = new ArrayList<>();
        for (Page page : site.pages()) {
            pages.add(
                    new Alone(
                            page.id(),
                            page.source(),
                            page.output(),
                            page.title(),
                            page.info().description(),
                            new ArrayList<>(page.info().tags()),
                            Files.readString(Path.of(site.folder().toString(), page.source()))));
        }
        var inhabited = new Inhabited(site.name(), new ArrayList<>());
        List<Chained> chained = new ArrayList<>();
        for (Alone page : pages) {
            inhabited.pages().add(new Resident(page, inhabited));
            var link = new Chained(page);
            if (!chained.isEmpty()) {
                link.previous = chained.getLast();
                chained.getLast().next = link;
            }
            chained.add(link);
        }
        return new Luggage(new Whole(site.name(), pages), inhabited, chained);
    }

    Alone page() {
        return alone.pages().get(middle());
    }

    WithNeeds withNeeds() {
        List<Entry> entries = new ArrayList<>();
        for (Alone page : alone.pages().subList(0, Math.min(ENTRIES, alone.pages().size()))) {
            entries.add(new Entry(page.title(), page.output()));
        }
        return new WithNeeds(page(), entries);
    }

    Resident resident() {
        return withSite.pages().get(middle());
    }

    Chained link() {
        return chained.get(middle());
    }

    private int middle() {
        return alone.pages().size() / 2;
    }
}
