package dev.lanescope.bench;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/// What recording costs a whole run: the same pipeline with it on and off, and off once more, in
/// turn, in one process. Off against off shows what this machine can resolve at all.
///
/// `mvn -q test-compile exec:exec@recording-cost` over the sample content; with
/// `-Dlanescope.bench.content=FOLDER -Dlanescope.bench.pairs=40` over another. Sites are written
/// below `-Dlanescope.bench.output=FOLDER`; on a memory-backed disk the figures wander less.
final class RecordingCost {

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private RecordingCost() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(System.getProperty("lanescope.bench.content", "sample-content"));
        int pairs = Integer.getInteger("lanescope.bench.pairs", 40);
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        Path place = Path.of(System.getProperty("lanescope.bench.output"));
        Path output = Files.createTempDirectory(place, "lanescope-bench");
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages, %d pairs, JDK %s, %d cores%n",
                site.name(),
                site.pages().size(),
                pairs,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        try {
            for (ConcurrencyModel model : Models.all()) {
                int workers = Math.min(2, model.workers().most());
                measure(site, output.resolve("site"), model, workers, pairs);
            }
        } finally {
            delete(output);
        }
    }

    private static void measure(
            Site site, Path output, ConcurrencyModel model, int workers, int pairs)
            throws Exception {
        var on = new Experiment(site, output, model, workers);
        var off = on.unrecorded();
        long until = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < until) {
            cost(on);
            cost(off);
        }
        System.out.println(model.id() + ", " + workers + " worker(s)");
        var ratios = Pairs.measure(pairs, () -> cost(off), () -> cost(on), () -> cost(off));
        print("off/off", ratios.get(0));
        print("on/off ", ratios.get(1));
    }

    private static void print(String what, Pairs.Both ratios) {
        System.out.println("  " + what + " wall " + ratios.wall());
        System.out.println("  " + what + " CPU  " + ratios.cpu());
    }

    private static Pairs.Cost cost(Experiment experiment) throws Exception {
        long cpu = ProcessCpu.nanos();
        RunResult result = new Run(experiment).carryOut();
        cpu = ProcessCpu.nanos() - cpu;
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException("failed: " + result.failures().getFirst());
        }
        return new Pairs.Cost(result.phases().renderNanos() / 1e9, cpu / 1e9);
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
