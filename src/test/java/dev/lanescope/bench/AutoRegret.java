package dev.lanescope.bench;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.auto.Auto;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What it costs to leave the choice to `auto`: its time over that of the best of all models that
/// share a heap, each with one worker, one per core and twice as many, measured in turn in one warm
/// process. Once with pages as they are, and once with a wait before each read and write.
///
/// `mvn -q test-compile exec:exec@auto-bench -Dlanescope.bench.content=A:B
/// -Dlanescope.bench.rounds=20 -Dlanescope.bench.output=/dev/shm`
///
/// A big site takes long. `-Dlanescope.bench.rivals=fixed-pool:2,work-stealing` names the rivals,
/// with or without their workers; `-Dlanescope.bench.near=1.3` leaves out who took more than 1.3
/// times the best in two first runs; `-Dlanescope.bench.latency=0` leaves out the second part.
final class AutoRegret {

    private static final Duration LATENCY =
            Duration.ofMillis(Integer.getInteger("lanescope.bench.latency", 5));

    /// A model that takes this many times as long as the best in two first runs is not the best.
    private static final double NEAR = Double.parseDouble(named("lanescope.bench.near", "3"));

    private static final List<String> NAMED =
            Pattern.compile(",").splitAsStream(named("lanescope.bench.rivals", "all")).toList();

    private final Site site;
    private final Path output;
    private final Knobs knobs;

    private AutoRegret(Site site, Path output, Knobs knobs) {
        this.site = site;
        this.output = output;
        this.knobs = knobs;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        double warmUp = Double.parseDouble(System.getProperty("lanescope.bench.warmup", "120"));
        Path output = Sites.newOutput();
        try {
            for (Path folder : Sites.folders()) {
                Site site = Sites.scan(folder);
                Path place = output.resolve("site");
                new AutoRegret(site, place, Knobs.STANDARD).print("as it is", rounds, warmUp);
                if (!LATENCY.isZero()) {
                    new AutoRegret(site, place, Knobs.STANDARD.withLatency(LATENCY, LATENCY))
                            .print(
                                    LATENCY.toMillis() + " ms before each read and write",
                                    rounds,
                                    0);
                }
            }
        } finally {
            Sites.delete(output);
        }
    }

    private void print(String how, int rounds, double warmUp) throws Exception {
        System.out.printf(Locale.ROOT, "%s, %d pages, %s%n", site.name(), site.pages().size(), how);
        if (warmUp > 0) {
            System.out.println(
                    "  " + WarmUp.until(warmUp, List.of(() -> cost(new Auto(), cores()))));
        }
        List<Experiment> rivals = worthwhile(rivals());
        var things = new ArrayList<Rounds.Measurement>();
        var auto = experiment(new Auto(), cores());
        things.add(() -> cost(auto));
        things.add(() -> cost(auto));
        rivals.forEach(rival -> things.add(() -> cost(rival)));
        Rounds taken = Rounds.take(rounds, things);
        int best = 2;
        for (int thing = 2; thing < things.size(); thing++) {
            line(name(rivals.get(thing - 2)), taken, thing);
            if (taken.figure(thing, Cost::wallSeconds).median()
                    < taken.figure(best, Cost::wallSeconds).median()) {
                best = thing;
            }
        }
        line("auto", taken, 0);
        System.out.println("  " + new Run(auto).carryOut().trace().remarks());
        System.out.println("  auto over auto: " + taken.ratio(1, 0, Cost::wallSeconds));
        System.out.println(
                "  auto over the best, "
                        + name(rivals.get(best - 2))
                        + ": "
                        + taken.ratio(0, best, Cost::wallSeconds));
    }

    private static void line(String name, Rounds taken, int thing) {
        System.out.printf(
                Locale.ROOT,
                "    %-26s %s ms%n",
                name,
                taken.figure(thing, cost -> cost.wallSeconds() * 1e3).withQuartiles("%.1f"));
    }

    private static String name(Experiment rival) {
        return rival.model().id() + " x" + rival.workers();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// A property of the build; one that was not given may be empty.
    private static String named(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isEmpty() ? otherwise : value;
    }

    private static boolean isNamed(ConcurrencyModel model, int workers) {
        return NAMED.contains("all")
                || NAMED.contains(model.id())
                || NAMED.contains(model.id() + ":" + workers);
    }

    private List<Experiment> rivals() {
        var rivals = new ArrayList<Experiment>();
        for (ConcurrencyModel model : Models.all()) {
            if (model.sharesHeap() && !(model instanceof Auto) && model.refusal(knobs).isEmpty()) {
                for (int workers : List.of(1, cores(), 2 * cores(), 16 * cores())) {
                    if (model.workers().contains(workers) && isNamed(model, workers)) {
                        rivals.add(experiment(model, workers));
                    }
                }
            }
        }
        if (rivals.isEmpty()) {
            throw new IllegalArgumentException("none of the rivals named takes part: " + NAMED);
        }
        return rivals;
    }

    /// Leaves out what is far behind, so that the rounds are short.
    private static List<Experiment> worthwhile(List<Experiment> rivals) throws Exception {
        var seconds = new ArrayList<Double>();
        for (Experiment rival : rivals) {
            seconds.add(Math.min(cost(rival).wallSeconds(), cost(rival).wallSeconds()));
        }
        double least = seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        var kept = new ArrayList<Experiment>();
        for (int i = 0; i < rivals.size(); i++) {
            if (seconds.get(i) < NEAR * least) {
                kept.add(rivals.get(i));
            } else {
                System.out.printf(
                        Locale.ROOT,
                        "  left out: %s took %.2f s, the best %.2f s (better of two runs each)%n",
                        name(rivals.get(i)),
                        seconds.get(i),
                        least);
            }
        }
        return kept;
    }

    private Experiment experiment(ConcurrencyModel model, int workers) {
        return new Experiment(site, output, model, workers).with(knobs);
    }

    private Cost cost(ConcurrencyModel model, int workers) throws Exception {
        return cost(experiment(model, workers));
    }

    private static Cost cost(Experiment experiment) throws Exception {
        RunResult result = new Run(experiment).carryOut();
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException("failed: " + result.failures().getFirst());
        }
        return new Cost(result.phases().renderNanos() / 1e9, 0);
    }
}
