package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// More lanes computed at once than there are processors, so some of them stood.
///
/// The surplus follows from the lanes ([CpuShortage#crowdedNanos]); where the threads' CPU clocks
/// tell how much was missing, it counts only as far as they agree. From [Rule#TENTH] of all lane
/// time on: one worker too many on eight processors already takes a ninth.
final class Oversubscription implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        OptionalLong crowded = run.shortage().crowdedNanos();
        OptionalInt processors = run.processors();
        if (crowded.isEmpty() || processors.isEmpty()) {
            return Optional.empty();
        }
        long nanos =
                Math.min(crowded.getAsLong(), run.shortage().missingNanos().orElse(Long.MAX_VALUE));
        double share = run.share(nanos);
        if (share < TENTH) {
            return Optional.empty();
        }
        int cores = processors.getAsInt();
        return Optional.of(
                new Finding(
                        Illness.OVERSUBSCRIPTION,
                        share,
                        Amounts.count(run.lanes().size(), "lane")
                                + " shared "
                                + Amounts.count(cores, "processor")
                                + ": about to compute, they stood for at least "
                                + Amounts.percent(share)
                                + " of their time.",
                        List.of(run.whole()),
                        Remedy.workers(
                                "Use as many workers as there are processors: more of them only"
                                        + " wait for each other.",
                                cores)));
    }
}
