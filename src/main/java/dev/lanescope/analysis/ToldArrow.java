package dev.lanescope.analysis;

import dev.lanescope.trace.Flow;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// An arrow that another tool has drawn, with the spans at its ends: what the lanes did at those
/// moments.
///
/// @param flow as the trace has it
/// @param from what it leaves
/// @param to what it arrives at
public record ToldArrow(Flow flow, Span from, Span to) {

    /// Of a span with more arrows, so many are told.
    public static final int MOST = 100;

    /// The arrows that arrive at a span, the first to leave first. Looks through all arrows.
    public static List<ToldArrow> into(Snapshot trace, Span span) {
        return of(
                trace,
                flow -> isAt(trace, span, flow.toLane(), flow.toNanos()),
                Comparator.comparingLong(Flow::fromNanos));
    }

    /// The arrows that leave a span, the first to arrive first. Looks through all arrows.
    public static List<ToldArrow> outOf(Snapshot trace, Span span) {
        return of(
                trace,
                flow -> isAt(trace, span, flow.fromLane(), flow.fromNanos()),
                Comparator.comparingLong(Flow::toNanos));
    }

    private static List<ToldArrow> of(
            Snapshot trace, Predicate<Flow> wanted, Comparator<Flow> order) {
        return trace.flows().stream()
                .filter(wanted)
                .sorted(order)
                .limit(MOST)
                .map(flow ->
                        new ToldArrow(
                                flow,
                                spanAt(trace, flow.fromLane(), flow.fromNanos()),
                                spanAt(trace, flow.toLane(), flow.toNanos())))
                .toList();
    }

    private static boolean isAt(Snapshot trace, Span span, int lane, long nanos) {
        return lane == span.lane()
                && nanos >= span.startNanos()
                && nanos <= span.endNanos()
                && spanAt(trace, lane, nanos).index() == span.index();
    }

    /// What a lane did at a moment; where it did nothing any more, what it had done until then.
    private static Span spanAt(Snapshot trace, int number, long nanos) {
        LaneView lane = trace.lanes().get(number);
        int at = lane.indexAt(nanos);
        boolean hasEnded =
                at > 0
                        && lane.startNanos(at) == nanos
                        && trace.state(lane.state(at)).kind() == State.Kind.IDLE;
        return lane.span(hasEnded ? at - 1 : at);
    }

    Cause asCause() {
        return new Cause(from, to, Cause.Reason.ARROW);
    }
}
