package dev.lanescope.exchange.bundle;

import dev.lanescope.exchange.report.Circumstances.Probe;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Bundles to be read.
public final class Bundles {

    private Bundles() {}

    /// One sequential run and two of a pool, of two pages each.
    public static Bundle ofTwoSettings() {
        return of(List.of(run("sequential", 1), run("fixed-pool", 2), run("fixed-pool", 2)));
    }

    static Bundle of(List<Snapshot> traces) {
        Asked asked = Asked.of(traces);
        return new Bundle(
                new Question(
                        asked.models(),
                        asked.allWorkers(),
                        List.of(),
                        asked.repeats(),
                        1,
                        false,
                        7,
                        false,
                        List.of("--templates", "blog"),
                        List.of("--read-latency", "5ms"),
                        Optional.of(new Probe(2, 1.9, true)),
                        Optional.of(new Probe(2, 0.5, false)),
                        "1.0",
                        Instant.parse("2026-03-01T12:00:00Z")),
                traces);
    }

    private static Snapshot run(String model, int lanes) {
        RunInfo usual = Traces.info(lanes, 2);
        var info =
                new RunInfo(
                        model,
                        model.equals("sequential") ? "Sequential" : "Platform threads",
                        lanes,
                        "book",
                        usual.contentBytes(),
                        usual.started(),
                        RunInfo.WARM_PAGES,
                        usual.states(),
                        usual.items());
        var trace = new Trace(info, Traces.STARTING);
        for (int lane = 0; lane < lanes; lane++) {
            trace.lane(lane).append(10, Traces.QUEUE, Lane.NO_ITEM, 0);
        }
        for (int page = 0; page < 2; page++) {
            trace.lane(page % lanes).append(100L * page + 100, Traces.PARSE, page, 0);
            trace.lane(page % lanes).append(100L * page + 150, Traces.WRITE, page, 0);
        }
        for (int lane = 0; lane < lanes; lane++) {
            trace.lane(lane).append(280, Traces.IDLE, Lane.NO_ITEM, 0);
        }
        trace.finish(300);
        return Traces.finished(trace);
    }
}
