package dev.lanescope.lab.curves;

import dev.lanescope.lab.Spread;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// From which CPU cost of a page on further workers pay, where the page must cross to them.
///
/// One worker in this heap takes `c` for a page. Of `w` workers each takes `c + x`, where `x` is
/// what the page's way there and back takes, and they do so side by side: `(c + x) / w` a page.
/// Both are equal at `c = x / (w - 1)`. Workers are side by side only as far as there are
/// processors for them: with one processor nothing is, and no page costs enough. It is a lower
/// bound wherever crossing itself needs a processor that others want.
public final class BreakEven {

    private BreakEven() {}

    /// Where the medians of a contest passed 1.
    public sealed interface Found {

        /// At this CPU cost of a page in nanoseconds, between two that were measured.
        record At(double pageNanos) implements Found {}

        /// The cheapest page that was tried is beyond it already.
        record Below(int pageNanos) implements Found {}

        /// Workers did not pay for any page, up to this cost.
        record Absent(int pageNanos) implements Found {}
    }

    /// By the median way there and back, for each size of payload: nanoseconds of CPU.
    ///
    /// @param workers that compute side by side; with one there is nothing to compute
    public static NavigableMap<Integer, Double> computed(Curve pingPong, int workers) {
        NavigableMap<Integer, Double> costs = new TreeMap<>();
        if (workers < 2) {
            return costs;
        }
        pingPong.points()
                .forEach((size, trips) ->
                        costs.put(size, new Spread(trips).median() / (workers - 1)));
        return costs;
    }

    /// By runs; empty if there were none. Between two page costs the ratio is taken to be straight
    /// over the logarithm of the cost. A last cost at which workers do not pay counts, so one lucky
    /// run does not.
    public static Optional<Found> found(Curve contest) {
        List<Map.Entry<Integer, List<Double>>> points = List.copyOf(contest.points().entrySet());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        int last = points.size() - 1;
        while (last >= 0 && ratio(points.get(last)) >= 1) {
            last--;
        }
        if (last < 0) {
            return Optional.of(new Found.Below(points.getFirst().getKey()));
        }
        if (last == points.size() - 1) {
            return Optional.of(new Found.Absent(points.getLast().getKey()));
        }
        double below = ratio(points.get(last));
        double above = ratio(points.get(last + 1));
        double part = (1 - below) / (above - below);
        double from = Math.log(points.get(last).getKey());
        double to = Math.log(points.get(last + 1).getKey());
        return Optional.of(new Found.At(Math.exp(from + part * (to - from))));
    }

    private static double ratio(Map.Entry<Integer, List<Double>> point) {
        return new Spread(point.getValue()).median();
    }
}
