package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.analysis.Stretch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Other programs used the processors that lanes were about to compute on.
///
/// Two things must be known: what others used, and how long lanes that could have run had no
/// processor ([Examination#withoutProcessor]: by the kernel's count where there is one). It is the
/// smaller of the two, less what too many lanes explain by themselves; so a busy neighbour on a
/// machine with idle processors is no finding, and neither is a model that keeps itself from
/// computing. Worth saying from [Rule#WORTH_SAYING] on.
final class ForeignLoad implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        OptionalDouble others = run.processorsOfOthers();
        OptionalInt processors = run.processors();
        OptionalLong missing = run.withoutProcessor();
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
                                Locale.US,
                                "While other programs used %.1f of %d processors, lanes that were"
                                        + " about to compute stood for %s of their time.",
                                others.getAsDouble(),
                                processors.getAsInt(),
                                Amounts.percent(run.share(taken))),
                        places(run),
                        Remedy.advice("Run it again when nothing else runs.")));
    }

    /// Where a lane waited longest for a processor, if that is known; else the whole run.
    private static List<Stretch> places(Examination run) {
        return run.isPreemptionKnown()
                ? Preemption.longest(run.run())
                        .map(span ->
                                List.of(
                                        new Stretch(
                                                span.startNanos(),
                                                span.endNanos(),
                                                List.of(span.lane()))))
                        .orElseGet(() -> List.of(run.whole()))
                : List.of(run.whole());
    }
}
