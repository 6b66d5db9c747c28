package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.crossing.PrivateFolder;
import dev.lanescope.lab.CaseWords;
import dev.lanescope.recording.apart.CaseAnswer;
import dev.lanescope.recording.apart.CaseProcess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// What the machine gives to workers that share nothing at all, which bounds what any model can
/// reach here, beside what threads of one JVM make of it.
public enum Ceiling implements Row {
    JVMS("JVMs that share nothing", "sequential") {
        @Override
        List<Double> nanosAPage(int together, Place place) throws Exception {
            List<Double> samples = new ArrayList<>(List.of(apart(together, place)));
            if (together == 1) { // the same once more: what two JVMs differ by that do the same
                samples.add(apart(together, place));
            }
            return samples;
        }
    },
    THREADS("Threads of one JVM", "fixed-pool") {
        @Override
        List<Double> nanosAPage(int together, Place place) throws Exception {
            var own =
                    new Place(
                            place.site(), place.output().resolve("t-" + together), place.warmUp());
            try (var pace = Pace.of(model(), together, own)) {
                return List.of(pace.nanosAPage(WINDOW));
            }
        }
    };

    /// More JVMs at once are not begun.
    private static final int MOST = 16;

    private static final Duration WINDOW = Duration.ofMillis(1_500);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 1_000_000;

    private final String title;
    private final String model;

    Ceiling(String title, String model) {
        this.title = title;
        this.model = model;
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
        return title;
    }

    @Override
    public String sentence() {
        return this == JVMS
                ? "So many JVMs at once, each with one thread and an output folder of its own."
                : "One JVM with so many threads of the model " + model + ".";
    }

    abstract List<Double> nanosAPage(int together, Place place) throws Exception;

    /// One, two, four and so on, and as many as there are processors.
    static List<Integer> steps(int processors) {
        var steps = new TreeSet<Integer>();
        for (int step = 1; step < Math.min(processors, MOST); step *= 2) {
            steps.add(step);
        }
        steps.add(Math.min(processors, MOST));
        return List.copyOf(steps);
    }

    @Override
    public Curve measure(Place place) throws Exception {
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int together : steps(Runtime.getRuntime().availableProcessors())) {
            points.put(together, nanosAPage(together, place));
        }
        return new Curve(points);
    }

    /// How long a page takes, all JVMs taken together, in nanoseconds.
    private static double apart(int together, Row.Place place) throws Exception {
        try (var folder = PrivateFolder.make();
                ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Path go = folder.path().resolve("go");
            List<Path> ready = new ArrayList<>();
            List<Future<CaseAnswer>> answers = new ArrayList<>();
            for (int jvm = 0; jvm < together; jvm++) {
                Path file = folder.path().resolve("ready-" + jvm);
                ready.add(file);
                answers.add(each.submit(() -> process().run(arguments(place, file, go))));
            }
            try {
                await(ready, answers);
                Files.createFile(go);
                double pagesANano = 0;
                for (Future<CaseAnswer> answer : answers) {
                    pagesANano += 1 / pace(answer.get());
                }
                return 1 / pagesANano;
            } finally {
                each.shutdownNow(); // if this thread was interrupted, they are to end
            }
        }
    }

    private static CaseProcess process() {
        return new CaseProcess(
                PaceCase.class, List.of("-Xmx1g", "-XX:+UseSerialGC"), Map.of(), LONGEST);
    }

    private static List<String> arguments(Row.Place place, Path ready, Path go) {
        return List.of(
                place.site().folder().toString(),
                Long.toString(place.warmUp().toMillis()),
                Long.toString(WINDOW.toMillis()),
                ready.toString(),
                go.toString());
    }

    /// Until all are ready, or one of them has ended and never will be.
    private static void await(List<Path> ready, List<Future<CaseAnswer>> answers)
            throws InterruptedException {
        while (!ready.stream().allMatch(Files::exists)
                && answers.stream().noneMatch(Future::isDone)) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while JVMs got ready");
            }
        }
    }

    private static double pace(CaseAnswer answer) throws Exception {
        String told = CaseWords.of("the pace of a JVM", PaceCase.PACE, answer, LONGEST);
        try {
            return Math.max(1, Long.parseLong(told));
        } catch (NumberFormatException e) {
            throw CaseWords.nonsense("the pace of a JVM", e);
        }
    }
}
