package dev.lanescope.bench;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.threads.FixedPool;
import dev.lanescope.concurrency.threads.Sequential;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What recording costs a whole run: the same pipeline with it on and off, on with the JVM watched
/// as well, and off once more, in turn, in one process. Off against off shows what this machine can
/// resolve at all. The CPU time of a watched run has the making of its stream in it and the reading
/// of its events after the end; its wall time, from the first submit to the last result, has not.
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
        Site site = Sites.scan(folder);
        Path output = Sites.newOutput();
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages, %d pairs, JDK %s, %d cores%n",
                site.name(),
                site.pages().size(),
                pairs,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        try {
            for (ConcurrencyModel model : List.of(new Sequential(), new FixedPool())) {
                int workers = Math.min(2, model.workers().most());
                measure(site, output.resolve("site"), model, workers, pairs);
            }
        } finally {
            Sites.delete(output);
        }
    }

    private static void measure(
            Site site, Path output, ConcurrencyModel model, int workers, int pairs)
            throws Exception {
        var on = new Experiment(site, output, model, workers);
        var off = on.unrecorded();
        var watched = on.watchingJvm(true);
        long until = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < until) {
            cost(on);
            cost(watched);
            cost(off);
        }
        System.out.println(model.id() + ", " + workers + " worker(s)");
        Rounds rounds =
                Rounds.take(
                        pairs,
                        List.of(
                                () -> cost(off),
                                () -> cost(on),
                                () -> cost(off),
                                () -> cost(watched)));
        print("off/off", rounds, 0, 2);
        print("on/off ", rounds, 1, 2);
        print("JVM/on ", rounds, 3, 1);
    }

    private static void print(String what, Rounds rounds, int thing, int other) {
        System.out.println("  " + what + " wall " + rounds.ratio(thing, other, Cost::wallSeconds));
        System.out.println("  " + what + " CPU  " + rounds.ratio(thing, other, Cost::cpuSeconds));
    }

    private static Cost cost(Experiment experiment) throws Exception {
        long cpu = ProcessCpu.nanos();
        RunResult result = new Run(experiment).carryOut();
        cpu = ProcessCpu.nanos() - cpu;
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException("failed: " + result.failures().getFirst());
        }
        return new Cost(result.phases().renderNanos() / 1e9, cpu / 1e9);
    }
}
