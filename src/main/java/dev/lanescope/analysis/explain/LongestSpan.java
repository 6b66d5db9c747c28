package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Preemption;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import java.util.Optional;

/// The span that says most about a part of a [SpeedUpStack]: the longest one whose time goes there.
public final class LongestSpan {

    private LongestSpan() {}

    /// Looks through all lanes. The useful work is found by the longest work of any kind; stops of
    /// the JVM lie over spans and are none.
    public static Optional<Span> of(Snapshot trace, StackPart part) {
        if (part == StackPart.PREEMPTION) {
            return Preemption.longest(trace);
        }
        boolean[] wanted = new boolean[trace.info().states().size()];
        for (int code = 0; code < wanted.length; code++) {
            State state = trace.state(code);
            wanted[code] =
                    part == StackPart.USEFUL ? state.kind().isWork() : StackPart.of(state) == part;
        }
        LaneView longest = null;
        int index = 0;
        long nanos = 0;
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                long length = lane.endNanos(span) - lane.startNanos(span);
                if (length > nanos && wanted[lane.state(span)]) {
                    longest = lane;
                    index = span;
                    nanos = length;
                }
            }
        }
        return longest == null ? Optional.empty() : Optional.of(longest.span(index));
    }
}
