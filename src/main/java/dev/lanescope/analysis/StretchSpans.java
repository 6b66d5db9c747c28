package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.function.IntPredicate;

/// Which spans have to do with a [Stretch]: those that last into it, and those of no length whose
/// moment lies in it. All figures of a stretch count the same ones.
public final class StretchSpans {

    /// What is done with a span.
    @FunctionalInterface
    public interface Visitor {
        /// Takes in a span.
        ///
        /// @param insideNanos how much of it lies in the stretch
        void span(LaneView lane, int span, long insideNanos);
    }

    private StretchSpans() {}

    /// Visits all spans of a stretch, lane by lane, each lane in the order of time.
    public static void visit(Snapshot trace, Stretch stretch, Visitor visitor) {
        for (LaneView lane : lanes(trace, stretch)) {
            int end = end(lane, stretch.endNanos());
            for (int span = first(lane, stretch); span < end; span++) {
                long from = Math.max(lane.startNanos(span), stretch.startNanos());
                long to = Math.min(lane.endNanos(span), stretch.endNanos());
                visitor.span(lane, span, Math.max(0, to - from));
            }
        }
    }

    /// How many spans a visit would see; takes a few steps a lane.
    public static long count(Snapshot trace, Stretch stretch) {
        long count = 0;
        for (LaneView lane : lanes(trace, stretch)) {
            count += Math.max(0, end(lane, stretch.endNanos()) - first(lane, stretch));
        }
        return count;
    }

    /// The lanes of a stretch that the trace has.
    static List<LaneView> lanes(Snapshot trace, Stretch stretch) {
        IntPredicate exists = lane -> lane >= 0 && lane < trace.lanes().size();
        return stretch.lanes().stream()
                .filter(exists::test)
                .map(lane -> trace.lanes().get(lane))
                .toList();
    }

    /// The first span that belongs to the stretch.
    static int first(LaneView lane, Stretch stretch) {
        long from = stretch.startNanos();
        if (from >= lane.endNanos() || stretch.nanos() == 0) {
            return lane.size();
        }
        int span = lane.indexAt(from);
        while (span > 0 && lane.startNanos(span - 1) >= from) {
            span--; // spans of no length at the very beginning
        }
        return span;
    }

    /// The first span that begins at or after a moment.
    static int end(LaneView lane, long moment) {
        return moment <= 0 ? 0 : lane.indexAt(moment - 1) + 1;
    }
}
