package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.CostException;
import dev.lanescope.lab.Subject;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;
import dev.lanescope.recording.RenderWorkload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One worker renders the same pages again and again in a fresh JVM, by what that JVM compiles.
/// Nothing is warmed up: that it gets faster is what is measured.
public enum Compiling implements Row {
    INTERPRETED(
            "Interpreted only",
            "-Xint: bytecode is interpreted, nothing is ever compiled.",
            "-Xint"),
    QUICK(
            "Quick compiler only",
            "-XX:TieredStopAtLevel=1: C1 alone, without profiles.",
            "-XX:TieredStopAtLevel=1"),
    TIERED("As usual", "Interpreted first, then C1, then C2 with the profiles."),
    AT_ONCE(
            "Compiled before the first call",
            "-Xcomp: a method is compiled before it runs, without a profile.",
            "-Xcomp");

    /// How many pages a block has, which is rendered again and again.
    public static final int BLOCK = 40;

    private static final int MOST_BLOCKS = 128;
    private static final int LEAST_POINTS = 3;
    private static final long ENOUGH_NANOS = 20_000_000_000L;

    private final String title;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed, of texts
    private final List<String> options;

    Compiling(String title, String sentence, String... options) {
        this.title = title;
        this.sentence = sentence;
        this.options = List.of(options);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String model() {
        return "sequential";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public List<String> options() {
        return options;
    }

    /// The mean time of a page, by how many pages have been rendered: after 1, 2, 4, ... blocks, of
    /// those since the point before. It ends where it has taken long enough.
    @Override
    public Curve measure(Place place) throws Exception {
        List<RenderItem> pages =
                place.site().pages().stream()
                        .limit(BLOCK)
                        .<RenderItem>map(RenderItem.OfContent::new)
                        .toList();
        if (pages.isEmpty()) {
            throw new CostException("there is no page in " + place.site().folder());
        }
        var work =
                new RenderWorkload(
                        place.site(),
                        OutputFolder.prepare(place.output(), place.site()),
                        RenderSettings.STANDARD);
        var subject = new Subject(Models.byId(model()).orElseThrow(), work, pages);
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        try (Crew<RenderItem, RenderResult> one =
                subject.renderers(1, Knobs.STANDARD, Observer.nobody())) {
            long begun = System.nanoTime();
            int blocks = 0;
            for (int upTo = 1; upTo <= MOST_BLOCKS; upTo *= 2) {
                if (points.size() >= LEAST_POINTS && System.nanoTime() - begun > ENOUGH_NANOS) {
                    break;
                }
                int since = upTo - blocks;
                long from = System.nanoTime();
                while (blocks < upTo) {
                    one.perform(pages); // a page that fails takes its time, too
                    blocks++;
                }
                double nanos = System.nanoTime() - from;
                List<Double> sample = new ArrayList<>(List.of(nanos / since / pages.size()));
                points.put(upTo * pages.size(), sample);
            }
        }
        return new Curve(points);
    }
}
