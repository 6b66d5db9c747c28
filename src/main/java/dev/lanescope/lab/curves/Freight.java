package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.CrewTimes;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

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
            return FirstPages.of(place.site(), pages, part).toBytes().length;
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
        int all = Math.min(place.site().pages().size(), FirstPages.MOST);
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int step = 1; step <= STEPS; step++) {
            int pages = Math.max(1, all * step / STEPS);
            if (!points.containsKey(pages)) { // of a few pages some steps are the same
                points.put(pages, List.of(bytes(place, pages)));
            }
        }
        return new Curve(points);
    }
}
