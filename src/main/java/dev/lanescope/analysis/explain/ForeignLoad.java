package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Other programs used the processors that lanes were about to compute on.
///
/// Two things must be known: what others used, and that lanes lacked CPU time by their own clocks
/// ([CpuShortage#missingNanos]). It is the smaller of the two, less what too many lanes explain by
/// themselves; so a busy neighbour on a machine with idle processors is no finding, and neither is
/// a model that keeps itself from computing. Worth saying from [Rule#WORTH_SAYING] on.
final class ForeignLoad implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        OptionalDouble others = run.processorsOfOthers();
        OptionalInt processors = run.processors();
        OptionalLong missing = run.shortage().missingNanos();
        if (others.isEmpty() || processors.isEmpty() || missing.isEmpty()) {
            return Optional.empty();
        }
        long unexplained = missing.getAsLong() - run.shortage().crowdedNanos().orElse(0);
        long used = Math.round(others.getAsDouble() * run.run().endNanos());
        long taken = Math.min(unexplained, used);
        if (taken <= 0 || run.share(taken) < WORTH_SAYING) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.FOREIGN_LOAD,
                        run.share(taken),
                        String.format(
                                Locale.ROOT,
                                "While other programs used %.1f of %d processors, lanes that were"
                                        + " about to compute stood for %s of their time.",
                                others.getAsDouble(),
                                processors.getAsInt(),
                                Amounts.percent(run.share(taken))),
                        List.of(run.whole()),
                        Remedy.advice("Run it again when nothing else runs.")));
    }
}
