package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Law;
import dev.lanescope.analysis.scaling.Measurement;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Comparisons for reports, of runs written out by hand: two pages, five runs of each setting.
final class Studies {

    static final String SCRIPT = "\"><script>document.title='taken'</script><img src=x>|`$(id)`";

    private Studies() {}

    /// A pool of so many lanes against a sequential run of 1 ms.
    static Report report(String content, int lanes, long poolNanos) {
        return report(content, lanes, poolNanos, "hash");
    }

    static Report report(String content, int lanes, long poolNanos, String poolHash) {
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 0; repeat < 5; repeat++) {
            runs.add(run(content, "sequential", 1, 1_000_000L + repeat * 10L, "hash"));
            runs.add(run(content, "fixed-pool", lanes, poolNanos + repeat * 10L, poolHash));
        }
        return new Report(Comparison.of(runs), circumstances(content), Optional.empty());
    }

    /// The same where the worker of the sequential run took so long to come that it is no work.
    static Report afterSlowStarts(String content, int lanes, long poolNanos, long startNanos) {
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 0; repeat < 5; repeat++) {
            long nanos = 1_000_000L + repeat * 10L;
            runs.add(run(content, "sequential", 1, nanos, "hash", startNanos));
            runs.add(run(content, "fixed-pool", lanes, poolNanos + repeat * 10L, "hash"));
        }
        return new Report(Comparison.of(runs), circumstances(content), Optional.empty());
    }

    private static final List<String> MODELS =
            List.of(
                    "fixed-pool",
                    "work-stealing",
                    "thread-per-page",
                    "virtual-threads",
                    "event-loop-offload",
                    "staged",
                    "gil",
                    "isolated-gil",
                    "processes",
                    "python-asyncio-threads");

    /// One with all that a report can hold: eleven settings of many lanes, a law, claims, a table
    /// of somebody else.
    static Report broad() {
        String content = "the-reference-manual-of-everything";
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 0; repeat < 5; repeat++) {
            runs.add(run(content, "sequential", 1, 1_000_000L + repeat * 10L, "hash", 300_000));
            for (int model = 0; model < MODELS.size(); model++) {
                long nanos = 400_000 + 90_000L * model + repeat * 1_000L;
                runs.add(run(content, MODELS.get(model), 16, nanos, "hash"));
            }
        }
        var law = new Law(1e9, 0.05, 0.001);
        List<Measurement> measured =
                IntStream.rangeClosed(1, 16)
                        .mapToObj(workers -> new Measurement(workers, law.nanos(workers)))
                        .toList();
        var claim =
                new TestedClaim(
                        "Sub-interpreters bring 10 to 20 % over free threads, realistically",
                        "a research plan of somebody else, phase 1",
                        "undecided",
                        "the interval from 0.97 to 1.31 holds both, in 5 runs of each setting");
        var table =
                new ComparedTable(
                        "Which pattern for what",
                        "somebody else",
                        List.of("Pattern", "CPU", "I/O", "Isolation", "Memory", "Start", "GIL"),
                        List.of(
                                List.of(
                                        "Thread pool with a queue",
                                        "+1.92x (1.88 to 1.95) [1]; they say: limited by the GIL",
                                        "+7.10x (6.98 to 7.22) [1]; they say: good",
                                        "none: a poisoned static reaches all [2]",
                                        "212.4 MB [1]; they say: low",
                                        "0.31 ms [1]; they say: fast",
                                        "not measured: this content has no such run")),
                        List.of("[1] the-reference-manual-of-everything, 112 pages, 5 runs"),
                        List.of(new ComparedTable.Bar("JVM", 1.05, 1.04, 1.06, "pass")),
                        1.10);
        return new Report(
                        Comparison.of(runs),
                        circumstances(content),
                        Optional.of(Scaling.of(measured, List.of(1e9), 8)))
                .with(List.of(claim), List.of(table));
    }

    static Circumstances circumstances(String content) {
        return new Circumstances(
                5,
                7,
                Optional.of(new Circumstances.Probe(2, 1.98, true)),
                Optional.of(new Circumstances.Probe(2, 1.2, false)),
                List.of("lanescope", "compare", content, "--models", "fixed-pool"),
                "1.0",
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    private static Snapshot run(
            String content, String model, int lanes, long nanos, String outputHash) {
        return run(content, model, lanes, nanos, outputHash, 0);
    }

    private static Snapshot run(
            String content,
            String model,
            int lanes,
            long nanos,
            String outputHash,
            long startNanos) {
        RunInfo usual = Traces.info(lanes, 2);
        var info =
                new RunInfo(
                        model,
                        model.equals("sequential") ? "Sequential" : "Pool <b>" + content + "</b>",
                        lanes,
                        "",
                        content,
                        usual.contentBytes(),
                        usual.started(),
                        RunInfo.WARM_PAGES,
                        usual.states(),
                        List.of(content + "1", content + "2"),
                        usual.phases(),
                        List.of(
                                new Fact("Output hash", outputHash),
                                new Fact("Processor", content + " 2 cores"),
                                new Fact("Knobs", content)));
        var trace = new Trace(info, Traces.STARTING);
        IntStream.range(0, lanes).forEach(trace::lane);
        for (int lane = 0; lane < lanes; lane++) {
            trace.lane(lane).append(startNanos + nanos / 10, Traces.QUEUE, -1, 0);
        }
        trace.lane(0).append(startNanos + nanos / 5, Traces.PARSE, 0, 0);
        trace.lane(0).append(startNanos + nanos / 3, Traces.WRITE, 0, 0);
        trace.lane(0).append(startNanos + nanos / 2, Traces.LOCK, 1, 0);
        trace.lane(0).append(startNanos + nanos * 2 / 3, Traces.WRITE, 1, 0);
        trace.lane(0).append(startNanos + nanos * 5 / 6, Traces.IDLE, -1, 0);
        trace.finish(startNanos + nanos);
        return Traces.finished(trace);
    }
}
