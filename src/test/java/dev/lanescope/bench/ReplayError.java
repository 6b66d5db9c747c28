package dev.lanescope.bench;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.replay.Order;
import dev.lanescope.analysis.replay.Prediction;
import dev.lanescope.analysis.replay.Replay;
import dev.lanescope.analysis.replay.Setting;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;
import dev.lanescope.trace.Snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// How far a replay is from real runs: every model that can be replayed runs with 1 worker up to
/// one per processor, taking turns; from each recorded run all other numbers of workers are
/// foretold, and held against the run of that many in the same round.
///
/// `mvn -q test-compile exec:exec@replay-error -Dlanescope.bench.content=A:B
/// -Dlanescope.bench.rounds=20 -Dlanescope.bench.output=/dev/shm`
final class ReplayError {

    private static final List<String> MODELS =
            List.of("fixed-pool", "work-stealing", "gil", "isolated", "processes");

    private static final int PASSES = 5;

    private ReplayError() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        Path output = Sites.newOutput();
        try {
            for (Path folder : Sites.folders()) {
                Site site = Sites.scan(folder);
                List<Experiment> settings = settings(site, output.resolve("site"));
                System.out.println(site.name() + ": " + warmUp(settings));
                print(site, new StudyRun(new Study(settings, rounds, 1)).carryOut());
            }
        } finally {
            Sites.delete(output);
        }
    }

    /// Workers that compile for themselves do not profit from others' warm-up: each run has one of
    /// its own, by its own workers.
    private static List<Experiment> settings(Site site, Path output) {
        var settings = new ArrayList<Experiment>();
        for (String id : MODELS) {
            ConcurrencyModel model = Models.byId(id).orElseThrow();
            for (int workers = 1; workers <= processors(); workers++) {
                settings.add(
                        new Experiment(site, output, model, workers)
                                .with(Knobs.STANDARD.withWarmUp(PASSES)));
            }
        }
        return settings;
    }

    /// A replay foretells what the same code would take: while the compiler is at work it takes a
    /// processor that the next run has for itself.
    private static WarmUp.Outcome warmUp(List<Experiment> settings) throws Exception {
        double atMost = Double.parseDouble(System.getProperty("lanescope.bench.warmup", "120"));
        return WarmUp.until(
                atMost,
                settings.stream()
                        .filter(each -> each.model().sharesHeap())
                        .map(ReplayError::measurement)
                        .toList());
    }

    private static Rounds.Measurement measurement(Experiment experiment) {
        return () -> {
            long begun = System.nanoTime();
            new Run(experiment).carryOut();
            return new Cost((System.nanoTime() - begun) / 1e9, 0);
        };
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void print(Site site, StudyResult result) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d pages, %d rounds; the machine gave %s before and %s after%n",
                site.name(),
                site.pages().size(),
                result.study().repeats(),
                result.before().words(),
                result.after().words());
        System.out.println(
                "| model | recorded with | foretold for | measured, median | foretold, median"
                        + " | error, median | error, least to most | withheld |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (String model : MODELS) {
            for (int from = 1; from <= processors(); from++) {
                for (int to = 1; to <= processors(); to++) {
                    line(result, model, from, to);
                }
            }
        }
    }

    private static void line(StudyResult result, String model, int from, int to) {
        List<Snapshot> recorded = runs(result, model, from);
        List<Snapshot> measured = runs(result, model, to);
        var foretold = new ArrayList<Double>();
        var errors = new ArrayList<Double>();
        int withheld = 0;
        for (int round = 0; round < recorded.size(); round++) {
            Optional<Replay> replay =
                    Replay.of(recorded.get(round)).filter(each -> !each.missesItself());
            withheld += replay.isEmpty() ? 1 : 0;
            if (replay.isPresent()) {
                Prediction told = replay.get().run(setting(replay.get(), to));
                foretold.add((double) told.nanos());
                errors.add((double) told.nanos() / measured.get(round).endNanos() - 1);
            }
        }
        double[] walls = measured.stream().mapToDouble(Snapshot::endNanos).toArray();
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %d | %d | %s | %s | %s | %s | %d of %d |%n",
                model,
                from,
                to,
                Durations.text(Math.round(Bootstrap.median(walls)), 3),
                foretold.isEmpty() ? "-" : Durations.text(Math.round(median(foretold)), 3),
                errors.isEmpty() ? "-" : percent(median(errors)),
                errors.isEmpty() ? "-" : spread(errors),
                withheld,
                recorded.size());
    }

    private static Setting setting(Replay replay, int workers) {
        return new Setting(workers, Order.AS_RECORDED, replay.atOnce(), true);
    }

    /// In the order of the rounds.
    private static List<Snapshot> runs(StudyResult result, String model, int workers) {
        return IntStream.range(0, result.study().repeats())
                .mapToObj(round ->
                        result.runs().stream()
                                .filter(done -> done.round() == round)
                                .map(done -> done.result().trace())
                                .filter(trace -> trace.info().model().equals(model))
                                .filter(trace -> trace.info().workers() == workers)
                                .findFirst()
                                .orElseThrow())
                .toList();
    }

    private static double median(List<Double> figures) {
        return Bootstrap.median(array(figures));
    }

    private static double[] array(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String spread(List<Double> errors) {
        double[] sorted = array(errors);
        Arrays.sort(sorted);
        return percent(sorted[0]) + " to " + percent(sorted[sorted.length - 1]);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }
}
