package dev.lanescope.analysis.compare;

import java.util.Locale;

/// How many times as fast, and how sure that is.
///
/// @param value the ratio of the medians
/// @param low the lower end of its 95 % interval
/// @param high the upper end
/// @param repeats of the side that has fewer
/// @param needed so many of either side carry the certainty that was asked for; see [Certainty]
public record Ratio(double value, double low, double high, int repeats, int needed) {

    /// Whether there are runs enough for the interval to mean something.
    public boolean isSure() {
        return repeats >= needed;
    }

    /// Whether a difference is shown: the interval does not hold 1.
    public boolean isShown() {
        return isSure() && (low > 1 || high < 1);
    }

    /// E.g. `1.92 (1.88 to 1.97)`; without the interval if there are too few runs for one.
    public String words() {
        return isSure()
                ? String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
