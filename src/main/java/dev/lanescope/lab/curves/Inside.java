package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many processors one interpreter keeps busy, by the threads inside it.
public enum Inside implements Row {
    NO_LOCK("isolated", "isolated-threads", "No lock inside"),
    LOCK("isolated-gil", "isolated-gil", "One lock inside");

    private static final int PASSES = 5;

    private final String ofOne;
    private final String ofTwo;
    private final String title;

    Inside(String ofOne, String ofTwo, String title) {
        this.ofOne = ofOne;
        this.ofTwo = ofTwo;
        this.title = title;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return "One interpreter of the models " + ofOne + " and " + ofTwo + ".";
    }

    @Override
    public String model() {
        return ofTwo;
    }

    @Override
    public Curve measure(Place place) throws Exception {
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        points.put(1, parallelism(place, ofOne, 1));
        points.put(2, parallelism(place, ofTwo, 2));
        return new Curve(points);
    }

    private static List<Double> parallelism(Place place, String model, int threads)
            throws Exception {
        Subject subject =
                Subject.warmed(
                        Models.byId(model).orElseThrow(),
                        place.site(),
                        place.output(),
                        place.warmUp());
        List<Double> samples = new ArrayList<>();
        try (Crew<RenderItem, RenderResult> crew =
                subject.renderers(threads, Knobs.STANDARD, Observer.nobody())) {
            long begun = System.nanoTime();
            do { // the interpreter has compiled nothing yet, and the compiler is not to be counted
                Subject.perform(crew, subject.pages());
            } while (System.nanoTime() - begun < place.warmUp().toNanos());
            for (int pass = 0; pass < PASSES; pass++) {
                samples.add(Busy.with(() -> Subject.perform(crew, subject.pages())).parallelism());
            }
        }
        Subject.endInterpreters();
        return samples;
    }
}
