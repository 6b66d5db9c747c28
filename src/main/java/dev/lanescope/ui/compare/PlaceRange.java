package dev.lanescope.ui.compare;

import dev.lanescope.chart.TimeWarp;

/// A part of the axis that compared runs share; in each of them it is a stretch of time.
///
/// @param from its left edge on the axis
/// @param to its right edge
record PlaceRange(double from, double to) {

    static PlaceRange between(double one, double other) {
        return new PlaceRange(Math.min(one, other), Math.max(one, other));
    }

    /// The first nanosecond of it in a run, not before its beginning.
    long startIn(Entrant entrant, TimeWarp warp) {
        return clamp(entrant, warp.momentAt(from));
    }

    /// The first nanosecond after it in a run, not after its end.
    long endIn(Entrant entrant, TimeWarp warp) {
        return clamp(entrant, warp.momentAt(to));
    }

    private static long clamp(Entrant entrant, double nanos) {
        return Math.clamp(Math.round(nanos), 0, entrant.trace().endNanos());
    }
}
