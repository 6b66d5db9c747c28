package dev.lanescope.chart;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Traces with names on their lanes.
final class Named {

    private Named() {}

    /// Spans of a lane as in [Traces#of], then its name, and so on.
    static Snapshot lanes(String... spansAndNames) {
        String[] spans = new String[spansAndNames.length / 2];
        for (int lane = 0; lane < spans.length; lane++) {
            spans[lane] = spansAndNames[2 * lane];
        }
        Snapshot plain = Traces.of(spans);
        return renamed(plain, plain.info(), number -> spansAndNames[2 * number + 1]);
    }

    /// Another tool's threads, which all do the same.
    static Snapshot foreign(String... names) {
        String[] spans = new String[names.length];
        Arrays.fill(spans, "parse 9");
        Snapshot plain = Traces.of(spans);
        RunInfo info =
                new RunInfo(
                        RunInfo.FOREIGN,
                        "Imported",
                        names.length,
                        "names",
                        0,
                        plain.info().started(),
                        0,
                        plain.info().states(),
                        List.of());
        return renamed(plain, info, number -> names[number]);
    }

    private static Snapshot renamed(Snapshot plain, RunInfo info, IntFunction<String> names) {
        var trace = new Trace(info, plain.lanes().getFirst().state(0));
        for (var view : plain.lanes()) {
            Lane lane = trace.lane(view.number());
            lane.rename(names.apply(view.number()));
            for (int span = 0; span < view.size(); span++) {
                lane.append(
                        view.startNanos(span), view.state(span), view.item(span), Lane.NOT_READ);
            }
        }
        trace.finish(plain.endNanos());
        return Traces.finished(trace);
    }
}
