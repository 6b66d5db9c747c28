package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// The places in a trace that show something best.
final class Evidence {

    /// More nobody clicks through.
    private static final int PLACES = 3;

    private Evidence() {}

    /// The longest spans of some states, the longest first; the whole run if there is none.
    static List<Stretch> longest(Snapshot run, Predicate<State> which) {
        boolean[] chosen = new boolean[run.info().states().size()];
        for (int state = 0; state < chosen.length; state++) {
            chosen[state] = which.test(run.state(state));
        }
        var longest = new PriorityQueue<Span>(Order.by(Span::nanos));
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (chosen[lane.state(span)]) {
                    offer(longest, lane, span);
                }
            }
        }
        List<Stretch> places =
                longest.stream()
                        .sorted(Order.by(Span::nanos).reversed())
                        .map(Evidence::of)
                        .toList();
        return places.isEmpty() ? List.of(Stretch.of(run)) : places;
    }

    /// The longest stops of the JVM, the longest first, on all lanes; the whole run if there is
    /// none.
    static List<Stretch> ofStops(Snapshot run, int most) {
        Stretch whole = Stretch.of(run);
        List<Stretch> places =
                run.jvm().stream()
                        .filter(event -> event.kind().stopsTheWorld())
                        .sorted(Order.by(JvmEvent::nanos).reversed())
                        .limit(most)
                        .map(stop ->
                                new Stretch(
                                        Math.max(0, stop.startNanos()),
                                        Math.max(0, stop.endNanos()),
                                        whole.lanes()))
                        .toList();
        return places.isEmpty() ? List.of(whole) : places;
    }

    private static void offer(PriorityQueue<Span> longest, LaneView lane, int span) {
        long nanos = lane.endNanos(span) - lane.startNanos(span);
        Span least = longest.peek();
        if (longest.size() < PLACES) {
            longest.add(lane.span(span));
        } else if (least != null && nanos > least.nanos()) {
            longest.poll();
            longest.add(lane.span(span));
        }
    }

    static Stretch of(Span span) {
        return new Stretch(span.startNanos(), span.endNanos(), List.of(span.lane()));
    }
}
