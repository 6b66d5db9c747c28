package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.Site;
import dev.lanescope.lab.CostException;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.apart.ColdRun;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A model that builds more and more of a folder's pages, each time as the first thing that a JVM
/// does. Cold only: a warm worker has no start left to win back.
public enum ColdBuild implements Row {
    SEQUENTIAL("sequential", "One thread"),
    FIXED_POOL("fixed-pool", "Pool of threads"),
    WORK_STEALING("work-stealing", "Work stealing"),
    VIRTUAL_THREADS("virtual-threads", "Virtual threads"),
    ISOLATED("isolated", "Interpreters"),
    PROCESSES("processes", "Processes");

    private static final List<Integer> STEPS = List.of(1, 4, 16, 64, 256);

    private final String model;
    private final String title;

    ColdBuild(String model, String title) {
        this.model = model;
        this.title = title;
    }

    @Override
    public String id() {
        return model;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return "The model "
                + model
                + " with "
                + workers()
                + (workers() == 1 ? " worker" : " workers")
                + ", each build in a JVM of its own, from the first submit to the last file.";
    }

    @Override
    public Optional<String> refusal() {
        return this == SEQUENTIAL || Runtime.getRuntime().availableProcessors() > 1
                ? Optional.empty()
                : Optional.of("There is one processor only, so no second worker can overtake.");
    }

    private ConcurrencyModel inCatalog() {
        return Models.byId(model).orElseThrow();
    }

    private int workers() {
        WorkerRange range = inCatalog().workers();
        return Math.clamp(Runtime.getRuntime().availableProcessors(), range.least(), range.most());
    }

    /// How many pages are built; the last number is all of them, or [FirstPages#MOST].
    static List<Integer> steps(int pages) {
        int all = Math.min(pages, FirstPages.MOST);
        var steps = new TreeSet<Integer>();
        STEPS.stream().filter(step -> step < all).forEach(steps::add);
        steps.add(all);
        return List.copyOf(steps);
    }

    @Override
    public Curve measure(Place place) throws Exception {
        if (place.site().pages().isEmpty()) {
            throw new CostException("there is no page in " + place.site().folder());
        }
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int pages : steps(place.site().pages().size())) {
            Path part = place.output().resolve("part-" + pages);
            Site site = FirstPages.of(place.site(), pages, part);
            points.put(pages, List.of(nanos(site, place.output().resolve("built-" + pages))));
        }
        return new Curve(points);
    }

    private double nanos(Site site, Path output) throws Exception {
        RunResult result =
                new ColdRun(new Experiment(site, output, inCatalog(), workers()))
                        .carryOut()
                        .orElseThrow(() -> new CostException("it was stopped"));
        return result.trace().endNanos(); // a page that fails takes its time, too
    }
}
