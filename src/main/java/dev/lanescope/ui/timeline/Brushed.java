package dev.lanescope.ui.timeline;

import dev.lanescope.trace.LaneView;

/// Spans that are lit up on the lanes because a histogram points at them: those of one state whose
/// duration lies within some bars.
///
/// @param state code of the state
/// @param fromNanos the shortest duration that belongs to it
/// @param toNanos the first one that does not
public record Brushed(int state, long fromNanos, long toNanos) {

    /// Whether a span of a lane is meant.
    public boolean matches(LaneView lane, int span) {
        if (lane.state(span) != state) {
            return false;
        }
        long nanos = lane.endNanos(span) - lane.startNanos(span);
        return nanos >= fromNanos && nanos < toNanos;
    }
}
