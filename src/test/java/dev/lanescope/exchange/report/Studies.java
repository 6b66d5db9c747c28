package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
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
            trace.lane(lane).append(nanos / 10, Traces.QUEUE, -1, 0);
        }
        trace.lane(0).append(nanos / 5, Traces.PARSE, 0, 0);
        trace.lane(0).append(nanos / 3, Traces.WRITE, 0, 0);
        trace.lane(0).append(nanos / 2, Traces.LOCK, 1, 0);
        trace.lane(0).append(nanos * 2 / 3, Traces.WRITE, 1, 0);
        trace.lane(0).append(nanos * 5 / 6, Traces.IDLE, -1, 0);
        trace.finish(nanos);
        return Traces.finished(trace);
    }
}
