package dev.lanescope.trace;

/// A slice of another tool's trace that has others inside, or whose extent its lane does not tell:
/// a lane holds the innermost ones, piece by piece, and names the outermost.
///
/// @param lane number of the lane
/// @param depth how many slices it lies in; 0 for an outermost one
/// @param startNanos nanoseconds since the beginning
/// @param endNanos never before the start
/// @param item index of the item that has its name
public record NestedSlice(int lane, int depth, long startNanos, long endNanos, int item) {

    public NestedSlice {
        if (depth < 0 || endNanos < startNanos) {
            throw new IllegalArgumentException(
                    "a slice " + depth + " deep from " + startNanos + " to " + endNanos);
        }
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
