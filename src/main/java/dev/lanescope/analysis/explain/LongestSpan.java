package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Preemption;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/// The span that says most about a part of a [SpeedUpStack]: the longest one whose time goes there.
public final class LongestSpan {

    private LongestSpan() {}

    /// Looks through all lanes. The useful work is found by the longest work of any kind, the
    /// warm-up by that of the first pages; stops of the JVM lie over spans and are none.
    public static Optional<Span> of(Snapshot trace, StackPart part) {
        if (part == StackPart.PREEMPTION) {
            return Preemption.longest(trace);
        }
        if (part == StackPart.WARM_UP) {
            return WarmUpTime.of(new Examination(trace))
                    .flatMap(time -> longest(trace, works(trace), item -> time.excess(item) > 0));
        }
        return longest(
                trace, part == StackPart.USEFUL ? works(trace) : wanted(trace, part), _ -> true);
    }

    /// The longest spans of a part, the longest first; of preemption the longest one alone, of
    /// stops none.
    ///
    /// @param most how many at most
    public static List<Span> of(Snapshot trace, StackPart part, int most) {
        if (part == StackPart.PREEMPTION) {
            return of(trace, part).stream().toList();
        }
        IntPredicate items = _ -> true;
        if (part == StackPart.WARM_UP) {
            Optional<WarmUpTime> time = WarmUpTime.of(new Examination(trace));
            if (time.isEmpty()) {
                return List.of();
            }
            items = item -> time.get().excess(item) > 0;
        }
        boolean[] states = statesOf(trace, part);
        var longest = new PriorityQueue<Span>(Order.by(Span::nanos));
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                long length = lane.endNanos(span) - lane.startNanos(span);
                boolean fits =
                        states[lane.state(span)] && length > 0 && items.test(lane.item(span));
                Span least = longest.peek();
                if (fits && (longest.size() < most || least == null || length > least.nanos())) {
                    longest.add(lane.span(span));
                    if (longest.size() > most) {
                        longest.remove();
                    }
                }
            }
        }
        return longest.stream().sorted(Order.by(Span::nanos).reversed()).toList();
    }

    /// In which states a part lies, by their codes; of stops in none.
    public static boolean[] statesOf(Snapshot trace, StackPart part) {
        return switch (part) {
            case USEFUL, WARM_UP, PREEMPTION -> works(trace);
            default -> wanted(trace, part);
        };
    }

    private static boolean[] works(Snapshot trace) {
        boolean[] works = new boolean[trace.info().states().size()];
        for (int code = 0; code < works.length; code++) {
            works[code] = trace.state(code).kind().isWork();
        }
        return works;
    }

    private static boolean[] wanted(Snapshot trace, StackPart part) {
        boolean[] wanted = new boolean[trace.info().states().size()];
        for (int code = 0; code < wanted.length; code++) {
            StackPart charged = StackPart.of(trace.state(code));
            wanted[code] = charged == part || (charged.isSlowerWork() && part.isSlowerWork());
        }
        return wanted;
    }

    private static Optional<Span> longest(Snapshot trace, boolean[] states, IntPredicate items) {
        LaneView longest = null;
        int index = 0;
        long nanos = 0;
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                long length = lane.endNanos(span) - lane.startNanos(span);
                if (length > nanos && states[lane.state(span)] && items.test(lane.item(span))) {
                    longest = lane;
                    index = span;
                    nanos = length;
                }
            }
        }
        return longest == null ? Optional.empty() : Optional.of(longest.span(index));
    }
}
