package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Spans that are worth holding against a given one: the same item and state in another run, and
/// the same state next to it on its lane.
public final class Siblings {

    private Siblings() {}

    /// How long a state of an item took in a run.
    ///
    /// @param longest the longest of its spans
    /// @param nanos all of them together
    /// @param spans how many they are: more than one where the work was interrupted
    public record Sibling(Span longest, long nanos, int spans) {}

    /// What a span's item and state took in a trace, which may be the span's own. Items and states
    /// are matched by name. Empty if the span has no item or the trace does not know it.
    public static Optional<Sibling> in(Snapshot other, Snapshot own, Span span) {
        if (span.item() == Lane.NO_ITEM) {
            return Optional.empty();
        }
        String itemName = own.info().items().get(span.item());
        int item = indexOf(other, itemName, span.item());
        int state = other.info().states().indexOf(own.stateOf(span));
        return item < 0 || state < 0 ? Optional.empty() : find(other, item, state);
    }

    private static int indexOf(Snapshot trace, String name, int guess) {
        var items = trace.info().items();
        return guess < items.size() && items.get(guess).equals(name) ? guess : items.indexOf(name);
    }

    private static Optional<Sibling> find(Snapshot trace, int item, int state) {
        @Nullable Span longest = null;
        long nanos = 0;
        int spans = 0;
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (lane.item(span) == item && lane.state(span) == state) {
                    Span found = lane.span(span);
                    nanos += found.nanos();
                    spans++;
                    longest = longest == null || found.nanos() > longest.nanos() ? found : longest;
                }
            }
        }
        return longest == null ? Optional.empty() : Optional.of(new Sibling(longest, nanos, spans));
    }

    /// The nearest earlier span of the same state on the lane.
    public static Optional<Span> before(Snapshot trace, Span span) {
        return neighbour(trace, span, -1);
    }

    /// The nearest later span of the same state on the lane.
    public static Optional<Span> after(Snapshot trace, Span span) {
        return neighbour(trace, span, +1);
    }

    private static Optional<Span> neighbour(Snapshot trace, Span span, int step) {
        LaneView lane = trace.lanes().get(span.lane());
        for (int at = span.index() + step; at >= 0 && at < lane.size(); at += step) {
            if (lane.state(at) == span.state()) {
                return Optional.of(lane.span(at));
            }
        }
        return Optional.empty();
    }
}
