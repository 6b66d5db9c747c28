package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.CrewTimes;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Workers of one kind, started again and again.
public enum Start implements Row {
    THREAD("fixed-pool", "Thread", "A platform thread."),
    VIRTUAL_THREAD("virtual-threads", "Virtual thread", "A virtual thread."),
    INTERPRETER("isolated", "Interpreter", "A class loader with a thread of its own."),
    PROCESS_CACHED("processes", "Child process, cached", "A JVM with the AOT cache of runs.") {
        @Override
        public Optional<String> refusal() {
            return CostLab.childrenHaveCache()
                    ? Optional.empty()
                    : Optional.of(
                            "There is no AOT cache yet: it is made by the first run with child"
                                    + " processes, and only where the program is all jars.");
        }
    },
    PROCESS_PLAIN("processes", "Child process, plain", "A JVM without any cache of ours.") {
        @Override
        public Map<String, String> environment() {
            return Map.of("LANESCOPE_AOT", "off");
        }
    };

    /// How many starts a round has.
    public static final int STARTS = 25;

    private static final long MOST_NANOS = 60_000_000_000L;

    private final String model;
    private final String title;
    private final String sentence;

    Start(String model, String title, String sentence) {
        this.model = model;
        this.title = title;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        return sentence;
    }

    @Override
    public Curve measure(Place place) throws Exception {
        Subject subject =
                Subject.warmed(
                        Models.byId(model).orElseThrow(),
                        place.site(),
                        place.output(),
                        place.warmUp());
        List<RenderItem> first = subject.pages().subList(0, 1);
        List<Double> samples = new ArrayList<>();
        long begun = System.nanoTime();
        while (samples.size() < STARTS && System.nanoTime() - begun < MOST_NANOS) {
            var watch = new CrewTimes();
            long from = watch.nanos();
            try (Crew<RenderItem, RenderResult> crew =
                    subject.renderers(subject.fewest(), Knobs.STANDARD, watch)) {
                Subject.perform(crew, first);
            }
            Subject.endInterpreters();
            samples.add((double) (watch.firstDone() - from));
        }
        return new Curve(new TreeMap<>(Map.of(1, samples)));
    }
}
