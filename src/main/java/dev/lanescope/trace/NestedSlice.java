package dev.lanescope.trace;

/// A slice of another tool's trace that lies inside one and has others inside: on a lane, which
/// holds the innermost ones and names the outermost, it has no place of its own.
///
/// @param lane number of the lane
/// @param depth how many slices it lies in, at least 1
/// @param startNanos nanoseconds since the beginning
/// @param endNanos never before the start
/// @param item index of the item that has its name
public record NestedSlice(int lane, int depth, long startNanos, long endNanos, int item) {

    public NestedSlice {
        if (depth < 1 || endNanos < startNanos) {
            throw new IllegalArgumentException(
                    "a slice " + depth + " deep from " + startNanos + " to " + endNanos);
        }
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
