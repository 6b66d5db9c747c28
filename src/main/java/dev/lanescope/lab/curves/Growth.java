package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.Footprint;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What crews of more and more workers take.
public enum Growth implements Row {
    THREADS("fixed-pool", "Threads", false),
    INTERPRETERS("isolated", "Interpreters", false),
    PROCESSES("processes", "Child processes", true);

    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8, 12, 16);
    private static final int PAGES_EACH = 32;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LEAST_LOOKS = 2;
    private static final int MOST_LOOKS = 20;

    private final String model;
    private final String title;
    private final boolean outside;

    Growth(String model, String title, boolean outside) {
        this.model = model;
        this.title = title;
        this.outside = outside;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String title() {
        return title + (outside ? ", PSS" : ", heap and metaspace");
    }

    @Override
    public String sentence() {
        return outside
                ? "Memory of all child processes; pages of memory that several share are divided by"
                        + " them."
                : "Live objects and classes of this process.";
    }

    @Override
    public Optional<String> refusal() {
        return !outside || Files.isReadable(Path.of("/proc/self/smaps_rollup"))
                ? Optional.empty()
                : Optional.of("This system does not tell what its processes share.");
    }

    @Override
    public Curve measure(Place place) throws Exception {
        Subject subject =
                Subject.warmed(
                        Models.byId(model).orElseThrow(),
                        place.site(),
                        place.output(),
                        place.warmUp());
        bytes(subject, 1); // loads what the model needs
        List<Integer> order = new ArrayList<>(WORKERS);
        Collections.shuffle(order); // or what grows with time would look as if it grew with workers
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int workers : order) {
            points.put(workers, List.of(bytes(subject, workers)));
        }
        return new Curve(points);
    }

    /// Waits until what crews before have left is gone: classes stay as long as the compiler is
    /// busy with them.
    private static void settle() throws InterruptedException {
        long before = Long.MAX_VALUE;
        for (int look = 0; look < MOST_LOOKS; look++) {
            long now = Footprint.now().bytes().getOrDefault(Figure.METASPACE, 0L);
            if (look > LEAST_LOOKS && now >= before) {
                return;
            }
            before = now;
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private double bytes(Subject subject, int workers) throws Exception {
        settle();
        List<RenderItem> pages = new ArrayList<>();
        for (int page = 0; page < PAGES_EACH * workers; page++) {
            pages.add(subject.pages().get(page % subject.pages().size()));
        }
        Footprint footprint;
        try (Crew<RenderItem, RenderResult> crew =
                subject.renderers(workers, Knobs.STANDARD, Observer.nobody())) {
            Subject.perform(crew, pages);
            footprint = Footprint.now();
        }
        Subject.endInterpreters();
        Map<Figure, Long> bytes = footprint.bytes();
        return outside
                ? bytes.getOrDefault(Figure.CHILD_PSS, 0L)
                : bytes.getOrDefault(Figure.HEAP, 0L) + bytes.getOrDefault(Figure.METASPACE, 0L);
    }
}
