package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.analysis.compare.Ratio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// A rule of thumb held against what was measured: how much longer its number of workers takes than
/// the best.
///
/// The best is the one with the least median among the same runs, so its luck is part of every
/// figure; the intervals hold all together with 95 %.
///
/// @param over how many times as long as the best; empty if its number was not measured
/// @param isBest whether it chose the very best
public record RuleCheck(RuleOfThumb rule, Optional<Ratio> over, boolean isBest) {

    /// Holds each rule against a sweep, in the order given.
    public static List<RuleCheck> of(List<RuleOfThumb> rules, Scaling scaling) {
        Scaling.Point best = best(scaling);
        return rules.stream().map(rule -> of(rule, best, scaling)).toList();
    }

    private static RuleCheck of(RuleOfThumb rule, Scaling.Point best, Scaling scaling) {
        Optional<Scaling.Point> chosen =
                scaling.points().stream()
                        .filter(point -> rule.workers().equals(OptionalInt.of(point.workers())))
                        .findFirst();
        return new RuleCheck(
                rule,
                chosen.map(point -> over(point, best, scaling)),
                chosen.filter(best::equals).isPresent());
    }

    /// The number of workers with the least median; the fewer if two are even.
    public static Scaling.Point best(Scaling scaling) {
        return scaling.points().stream()
                .min(Comparator.comparingDouble(Scaling.Point::medianNanos))
                .orElseThrow();
    }

    private static Ratio over(Scaling.Point point, Scaling.Point best, Scaling scaling) {
        return Bootstrap.ratio(point.nanos(), best.nanos(), others(scaling));
    }

    /// The fewest workers of which it is not shown that they are slower than the best; empty if
    /// that cannot be said, because fewer yet, or these, had too few runs to show anything.
    public static OptionalInt fewestAsGood(Scaling scaling) {
        Scaling.Point best = best(scaling);
        for (Scaling.Point point : scaling.points()) {
            Ratio over = over(point, best, scaling);
            if (!over.isSure()) {
                return OptionalInt.empty();
            }
            if (point.equals(best) || over.low() <= 1) {
                return OptionalInt.of(point.workers());
            }
        }
        return OptionalInt.empty();
    }

    /// How many runs of each number of workers it takes to say which are slower.
    public static int runsNeeded(Scaling scaling) {
        return Certainty.needed(others(scaling));
    }

    private static int others(Scaling scaling) {
        return Math.max(1, scaling.points().size() - 1);
    }

    /// The numbers that rules choose and nobody measured.
    public static List<Integer> missing(List<RuleCheck> checks) {
        var missing = new TreeSet<Integer>();
        checks.stream()
                .filter(RuleCheck::isMissing)
                .forEach(check -> missing.add(check.rule.workers().getAsInt()));
        return List.copyOf(missing);
    }

    /// Whether it chose a number that was not measured.
    public boolean isMissing() {
        return rule.workers().isPresent() && over.isEmpty();
    }

    /// E.g. `+12 % (+8 % to +15 %)`, `the best` or `not measured`.
    public String words() {
        if (isBest) {
            return "the best";
        }
        if (rule.workers().isEmpty()) {
            return "cannot tell";
        }
        return over.map(RuleCheck::words).orElse("not measured");
    }

    private static String words(Ratio over) {
        return over.isSure()
                ? more(over.value()) + " (" + more(over.low()) + " to " + more(over.high()) + ")"
                : more(over.value());
    }

    private static String more(double times) {
        double percent = (times - 1) * 100;
        return String.format(
                        Locale.ROOT, Math.abs(percent) < 100 ? "%+.1f %%" : "%+.0f %%", percent)
                .replace('-', '\u2212');
    }
}
