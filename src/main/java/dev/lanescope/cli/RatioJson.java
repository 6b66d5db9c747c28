package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Ratio;

/// A ratio with its interval, for programs.
///
/// @param repeats runs of the side that has fewer
/// @param needed so many on either side would carry an interval among so many settings
/// @param sure whether there were runs enough for an interval
/// @param shown whether the interval shows a difference
record RatioJson(
        double value,
        double low,
        double high,
        int repeats,
        int needed,
        boolean sure,
        boolean shown) {

    static RatioJson of(Ratio ratio) {
        return new RatioJson(
                ratio.value(),
                ratio.low(),
                ratio.high(),
                ratio.repeats(),
                ratio.needed(),
                ratio.isSure(),
                ratio.isShown());
    }
}
