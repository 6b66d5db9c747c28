package dev.lanescope.analysis;

import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// A part of a trace: some lanes from one moment to another. What people select, and what figures
/// are asked of.
///
/// @param startNanos the first nanosecond that belongs to it
/// @param endNanos the first one that does not
/// @param lanes numbers of lanes, each once, in ascending order
public record Stretch(long startNanos, long endNanos, List<Integer> lanes) {

    public Stretch {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException("a stretch that ends before it begins");
        }
        lanes = lanes.stream().distinct().sorted().toList();
    }

    /// All of a trace.
    public static Stretch of(Snapshot trace) {
        return new Stretch(
                0, trace.endNanos(), IntStream.range(0, trace.lanes().size()).boxed().toList());
    }

    /// A span on its lane.
    public static Stretch of(Span span) {
        return new Stretch(span.startNanos(), span.endNanos(), List.of(span.lane()));
    }

    /// A visit on its lane.
    public static Stretch of(ItemVisit visit) {
        return new Stretch(visit.startNanos(), visit.endNanos(), List.of(visit.lane()));
    }

    /// A slice on its lane.
    public static Stretch of(NestedSlice slice) {
        return new Stretch(slice.startNanos(), slice.endNanos(), List.of(slice.lane()));
    }

    /// These lanes between two moments, in whatever order they come.
    public static Stretch between(double one, double other, Collection<Integer> lanes) {
        return new Stretch(
                Math.round(Math.min(one, other)),
                Math.round(Math.max(one, other)),
                List.copyOf(lanes));
    }

    /// The same time on other lanes.
    public Stretch onLanes(Collection<Integer> others) {
        return new Stretch(startNanos, endNanos, List.copyOf(others));
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
