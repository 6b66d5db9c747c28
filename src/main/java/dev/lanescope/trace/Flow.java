package dev.lanescope.trace;

/// An arrow that the tool which recorded a trace has drawn itself: what was done there led to what
/// is done here. Its ends may lie in either order of time; clocks differ.
///
/// @param name what the tool calls it
/// @param fromLane number of the lane it leaves
/// @param fromNanos nanoseconds since the beginning
/// @param toLane number of the lane it arrives at
/// @param toNanos nanoseconds since the beginning
public record Flow(String name, int fromLane, long fromNanos, int toLane, long toNanos) {

    public Flow {
        if (fromLane < 0 || toLane < 0) {
            throw new IllegalArgumentException("an arrow from " + fromLane + " to " + toLane);
        }
    }
}
