package dev.lanescope.trace;

/// One stretch of a lane in one state.
///
/// @param lane index of the lane
/// @param index position on the lane
/// @param startNanos nanoseconds since the first submit
/// @param endNanos never before the start
/// @param state code of the state
/// @param item index of the item, or [Lane#NO_ITEM]
public record Span(int lane, int index, long startNanos, long endNanos, int state, int item) {

    public Span {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException(
                    "span "
                            + index
                            + " of lane "
                            + lane
                            + " ends at "
                            + endNanos
                            + " before it starts at "
                            + startNanos);
        }
    }

    public long nanos() {
        return endNanos - startNanos;
    }

    public boolean hasItem() {
        return item != Lane.NO_ITEM;
    }
}
