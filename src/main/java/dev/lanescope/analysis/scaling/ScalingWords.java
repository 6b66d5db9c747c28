package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.Amounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be said of how the work scales, in sentences.
public final class ScalingWords {

    private ScalingWords() {}

    public static List<String> of(Scaling scaling) {
        if (!scaling.refusal().isEmpty()) {
            return List.of(scaling.refusal());
        }
        var sentences = new ArrayList<String>();
        shape(scaling).ifPresent(sentences::add);
        Fit fit = scaling.chosen().orElseThrow();
        sentences.add(
                "Described by "
                        + fit.kind().title()
                        + ": a serial part of "
                        + interval(fit.sigma())
                        + (fit.kind() == Fit.Kind.USL
                                ? ", and " + interval(fit.kappa()) + " for each pair of workers"
                                : "")
                        + "; fitted to "
                        + fit.runs()
                        + " runs by 1 to "
                        + fit.most()
                        + " workers. A law describes; it does not explain.");
        sentences.add(ceiling(fit));
        if (scaling.points().stream().anyMatch(Scaling.Point::beyondCores)) {
            sentences.add(
                    "Beyond the "
                            + scaling.cores()
                            + " cores everything changes: those runs are held against the law and"
                            + " are not part of it.");
        }
        return List.copyOf(sentences);
    }

    /// How near to linear it is, by the efficiency of the most workers that have a core each.
    private static Optional<String> shape(Scaling scaling) {
        return scaling.points().stream()
                .filter(point -> point.workers() > 1 && !point.beyondCores())
                .max(Comparator.comparingInt(Scaling.Point::workers))
                .map(point ->
                        Shape.of(point.efficiency()).words()
                                + ": "
                                + point.workers()
                                + " workers have an efficiency of "
                                + Amounts.percent(point.efficiency())
                                + " (linear from 80 %, near linear from 60 %).");
    }

    private static String ceiling(Fit fit) {
        Law law = fit.law();
        if (Double.isInfinite(law.ceiling())) {
            return "Nothing that was measured hinders more workers.";
        }
        boolean peaks = Double.isFinite(law.peak());
        double where = peaks ? Math.max(1, law.peak()) : Double.POSITIVE_INFINITY;
        String most = String.format(Locale.ROOT, "%.1f", law.ceiling());
        String guess = fit.covers(where) ? "" : " That is a guess beyond what was measured.";
        return peaks
                ? String.format(
                        Locale.ROOT,
                        "By the law it is fastest with %.0f workers, %s times as fast as one.%s",
                        where,
                        most,
                        guess)
                : "By the law no number of workers is more than "
                        + most
                        + " times as fast as one."
                        + guess;
    }

    private static String interval(Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.2g (%.2g to %.2g)",
                interval.value(),
                interval.low(),
                interval.high());
    }
}
