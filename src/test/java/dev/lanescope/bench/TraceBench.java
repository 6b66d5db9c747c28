package dev.lanescope.bench;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Run;
import dev.lanescope.trace.BigTrace;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceLog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What traces cost: bytes a span on disk, of real runs as they are written down while they go on
/// and as they are saved, and of many made-up spans also bytes a span in memory and the time to
/// save and to open them.
///
/// `mvn -q test-compile exec:exec@trace-bench -Dlanescope.bench.rounds=10`
final class TraceBench {

    private static final int LANES = 64;

    private TraceBench() {}

    public static void main(String[] args) throws Exception {
        int spans = Integer.getInteger("lanescope.bench.spans", 10_000_000);
        Path place = Sites.newOutput();
        try {
            System.out.printf(
                    Locale.ROOT,
                    "JDK %s, %d processors, %s heap, %d rounds%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    (Runtime.getRuntime().maxMemory() >> 20) + " MB",
                    rounds());
            for (Path folder : Sites.folders()) {
                realRun(Sites.scan(folder), place);
            }
            madeUp(spans, place);
        } finally {
            Sites.delete(place);
        }
    }

    private static int rounds() {
        return Integer.getInteger("lanescope.bench.rounds", 10);
    }

    /// One run, written down as `run --trace` does it, and saved as the window does it.
    private static void realRun(Site site, Path place) throws Exception {
        var experiment =
                new Experiment(
                        site,
                        place.resolve("site"),
                        Models.byId("fixed-pool").orElseThrow(),
                        Runtime.getRuntime().availableProcessors());
        var run = new Run(experiment);
        Path logged = place.resolve("logged.lanescope");
        Snapshot trace;
        try (TraceLog log = TraceLog.begin(logged, run::snapshot)) {
            trace = run.carryOut().knowing(Machine.facts()).trace();
            log.finish(trace);
        }
        Path saved = place.resolve("saved.lanescope");
        TraceFile.write(trace, saved);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d pages, %,d spans in %.2f s: %.2f bytes a span as logged, %.2f as saved%n",
                site.name(),
                site.pages().size(),
                trace.spans(),
                trace.endNanos() / 1e9,
                (double) Files.size(logged) / trace.spans(),
                (double) Files.size(saved) / trace.spans());
    }

    private static void madeUp(int spans, Path place) throws Exception {
        long before = used();
        Snapshot trace = BigTrace.of(LANES, spans);
        long inMemory = used() - before;
        Path file = place.resolve("big.lanescope");
        var save = new ArrayList<Double>();
        var open = new ArrayList<Double>();
        for (int round = 0; round < rounds(); round++) {
            save.add(seconds(() -> TraceFile.write(trace, file)));
            open.add(seconds(() -> same(trace, TraceFile.read(file))));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d made-up spans on %d lanes: %.1f bytes a span in memory, %.2f on disk%n",
                trace.spans(),
                LANES,
                (double) inMemory / trace.spans(),
                (double) Files.size(file) / trace.spans());
        print("save", save);
        print("open", open);
    }

    private static void same(Snapshot written, Snapshot read) {
        if (read.spans() != written.spans() || read.endNanos() != written.endNanos()) {
            throw new IllegalStateException("another trace was read than was written");
        }
    }

    /// Something that is measured.
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String what, List<Double> seconds) {
        var spread = new Spread(seconds.stream().mapToDouble(each -> each).toArray());
        System.out.printf(
                Locale.ROOT,
                "%s: first %.2f s, all %s s, median and quartiles of %d%n",
                what,
                seconds.getFirst(),
                spread.withQuartiles("%.2f"),
                spread.count());
    }

    /// What is still in use after a collection.
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
