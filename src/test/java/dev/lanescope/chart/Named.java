package dev.lanescope.chart;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

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
        var trace = new Trace(plain.info(), plain.lanes().getFirst().state(0));
        for (var view : plain.lanes()) {
            Lane lane = trace.lane(view.number());
            lane.rename(spansAndNames[2 * view.number() + 1]);
            for (int span = 0; span < view.size(); span++) {
                lane.append(
                        view.startNanos(span), view.state(span), view.item(span), Lane.NOT_READ);
            }
        }
        trace.finish(plain.endNanos());
        return Traces.finished(trace);
    }
}
