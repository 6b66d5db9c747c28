package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Page;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CrewTimes;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many bytes cross for more and more pages of a folder.
public enum Freight implements Row {
    SITE("The site, once to each worker", "What is known of all pages, without their text.") {
        @Override
        double bytes(Place place, int pages) throws Exception {
            Path part = place.output().resolve("part-" + pages);
            copy(place.site(), pages, part);
            return SiteScanner.scan(part, ScanProgress.NONE).toBytes().length;
        }
    },
    PAGES("Pages, one by one", "Items to an interpreter and results from it.") {
        @Override
        double bytes(Place place, int pages) throws Exception {
            Subject subject =
                    Subject.warmed(
                            Models.byId(model()).orElseThrow(),
                            place.site(),
                            place.output().resolve("pages"),
                            place.warmUp());
            var watch = new CrewTimes();
            List<RenderItem> some =
                    subject.pages().subList(0, Math.min(pages, subject.pages().size()));
            try (Crew<RenderItem, RenderResult> crew =
                    subject.renderers(1, Knobs.STANDARD, watch)) {
                Subject.perform(crew, some);
            }
            Subject.endInterpreters();
            return watch.bytes();
        }
    };

    private static final int STEPS = 5;
    private static final int MOST_PAGES = 1_000;

    private final String title;
    private final String sentence;

    Freight(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String model() {
        return "isolated";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    abstract double bytes(Place place, int pages) throws Exception;

    @Override
    public Curve measure(Place place) throws Exception {
        int all = Math.min(place.site().pages().size(), MOST_PAGES);
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int step = 1; step <= STEPS; step++) {
            int pages = Math.max(1, all * step / STEPS);
            if (!points.containsKey(pages)) { // of a few pages some steps are the same
                points.put(pages, List.of(bytes(place, pages)));
            }
        }
        return new Curve(points);
    }

    private static void copy(Site site, int pages, Path to) throws IOException {
        for (Page page : site.pages().subList(0, pages)) {
            Path file = to.resolve(page.source());
            Files.createDirectories(file.getParent());
            Files.copy(site.folder().resolve(page.source()), file);
        }
    }
}
