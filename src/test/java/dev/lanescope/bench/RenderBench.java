package dev.lanescope.bench;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.output.OutputTree;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/// How fast pages are rendered, by a recorded run and by the [BareLoop], in turn, in one process.
/// Each folder gets a process of its own.
///
/// `mvn -q test-compile exec:exec@render-bench` over the sample content; with
/// `-Dlanescope.bench.content=FOLDER:FOLDER -Dlanescope.bench.rounds=20
/// -Dlanescope.bench.warmup=120 -Dlanescope.bench.output=/dev/shm` over others.
final class RenderBench {

    /// A measurement is as many passes as this takes at least.
    private static final double LEAST_SECONDS = 0.5;

    // The things measured in turn; the bare loop twice shows what the machine can resolve.
    private static final int BARE = 0;
    private static final int BARE_AGAIN = 1;
    private static final int RECORDED = 2;
    private static final int UNRECORDED = 3;

    private final Site site;
    private final Path output;
    private final int workers;
    private final ConcurrencyModel model;
    private int passes = 1;
    private @Nullable Snapshot lastTrace;

    private RenderBench(Site site, Path output, int workers) {
        this.site = site;
        this.output = output;
        this.workers = workers;
        this.model = Models.byId(workers == 1 ? "sequential" : "fixed-pool").orElseThrow();
    }

    public static void main(String[] args) throws Exception {
        List<Path> folders = Sites.folders();
        if (folders.size() > 1) {
            for (Path folder : folders) {
                Forks.sameAgain(RenderBench.class, folder);
            }
            return;
        }
        Site site = Sites.scan(folders.getFirst());
        print(
                "%s: %,d pages, %.1f MB of Markdown; JDK %s, %d cores, %s",
                site.name(),
                site.pages().size(),
                site.bytes() / 1e6,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                String.join(" ", Forks.options()));
        Path output = Sites.newOutput();
        try {
            Path place = output.resolve("site");
            print("  first pass of this JVM, 2 workers, recorded:");
            new RenderBench(site, place, 2).firstPass();
            for (int workers = 1; workers <= 2; workers++) {
                new RenderBench(site, place, workers).measure();
            }
        } finally {
            Sites.delete(output);
        }
    }

    private void firstPass() throws Exception {
        Cost cost = run(true);
        print("    %,.0f pages/s, %.1f MB/s", pagesASecond(cost), megabytesASecond(cost));
        String written = OutputTree.hash(output);
        bare();
        if (!OutputTree.hash(output).equals(written)) {
            throw new IllegalStateException("run and bare loop write different sites");
        }
        print("    site %s", written.substring(0, 16));
    }

    private void measure() throws Exception {
        List<Rounds.Measurement> things =
                List.of(this::bare, this::bare, () -> run(true), () -> run(false));
        print("  %s, %d worker(s)", model.id(), workers);
        double atMost = Double.parseDouble(System.getProperty("lanescope.bench.warmup", "120"));
        print("    %s", WarmUp.until(atMost, things));
        passes = (int) Math.ceil(LEAST_SECONDS / run(true).wallSeconds());
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        Rounds taken = Rounds.take(rounds, things);
        table(taken, "bare loop", BARE);
        table(taken, "recorded run", RECORDED);
        speed(taken, "bare loop over itself", BARE_AGAIN);
        speed(taken, "unrecorded run over bare loop", UNRECORDED);
        speed(taken, "recorded run over bare loop", RECORDED);
        print("    recorded over bare, CPU: %s", taken.ratio(RECORDED, BARE, Cost::cpuSeconds));
        if (lastTrace != null) {
            print("    stages: %s", stages(lastTrace));
        }
    }

    private void table(Rounds taken, String what, int thing) {
        print("    %s: median (quartiles)", what);
        print(
                "      pages/s     %s",
                taken.figure(thing, this::pagesASecond).withQuartiles("%,.0f"));
        print(
                "      MB/s        %s",
                taken.figure(thing, this::megabytesASecond).withQuartiles("%.2f"));
        print(
                "      CPU ms/page %s",
                taken.figure(thing, perPage(cost -> cost.cpuSeconds() * 1e3))
                        .withQuartiles("%.3f"));
        print(
                "      KB/page     %s allocated",
                taken.figure(thing, perPage(cost -> cost.allocatedBytes() / 1e3))
                        .withQuartiles("%,.1f"));
        print(
                "      compiler    %s %% of a core (%s)",
                taken.figure(thing, cost -> 100 * cost.compilerSeconds() / cost.wallSeconds())
                        .withQuartiles("%.1f"),
                CompilerTime.says());
    }

    /// Speeds, so the other way round than times.
    private static void speed(Rounds taken, String what, int thing) {
        print("    %s: %s", what, taken.ratio(BARE, thing, Cost::wallSeconds));
    }

    private double pagesASecond(Cost cost) {
        return passes * site.pages().size() / cost.wallSeconds();
    }

    private double megabytesASecond(Cost cost) {
        return passes * site.bytes() / 1e6 / cost.wallSeconds();
    }

    private ToDoubleFunction<Cost> perPage(ToDoubleFunction<Cost> figure) {
        return cost -> figure.applyAsDouble(cost) / passes / site.pages().size();
    }

    private Cost bare() throws Exception {
        return repeated(() -> {
            OutputFolder folder = BareLoop.prepare(output, site);
            Meter.Reading begun = Meter.Reading.now();
            BareLoop.render(site, folder, workers);
            return Meter.Reading.now().since(begun);
        });
    }

    private Cost run(boolean recorded) throws Exception {
        return repeated(() -> {
            var meter = new Meter(model);
            var watched = new Experiment(site, output, meter, workers);
            RunResult result = new Run(recorded ? watched : watched.unrecorded()).carryOut();
            if (!result.failures().isEmpty()) {
                throw new IllegalStateException("failed: " + result.failures().getFirst());
            }
            if (recorded) {
                lastTrace = result.trace();
            }
            return meter.cost();
        });
    }

    private Cost repeated(Callable<Cost> pass) throws Exception {
        Cost sum = pass.call();
        for (int i = 1; i < passes; i++) {
            sum = sum.plus(pass.call());
        }
        return sum;
    }

    private static String stages(Snapshot trace) {
        LaneTime time = LaneTime.of(trace);
        List<State> states = trace.info().states();
        var text = new StringBuilder();
        for (int state = 0; state < states.size(); state++) {
            if (time.share(state) >= 0.001) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%s%s %.1f %%",
                                text.isEmpty() ? "" : ", ",
                                states.get(state).name(),
                                100 * time.share(state)));
            }
        }
        return text.toString();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
