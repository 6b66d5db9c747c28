package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Stretch;

import java.util.List;
import java.util.Optional;

/// Pages took longer at the beginning than later, because the JVM was still interpreting and
/// compiling: worth saying from [Rule#TENTH] of all lane time on.
final class WarmUp implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        return WarmUpTime.of(run)
                .filter(time -> run.share(time.nanos()) >= TENTH)
                .map(time -> finding(run, time));
    }

    private static Finding finding(Examination run, WarmUpTime time) {
        double share = run.share(time.nanos());
        PhaseTime phase = run.phases().getFirst();
        return new Finding(
                Illness.WARM_UP,
                share,
                "The first "
                        + Amounts.count(time.pagesInBlock(), "page")
                        + " took "
                        + Amounts.factor(time.factor())
                        + " times as long as those of the second half: to warm up cost "
                        + Amounts.percent(share)
                        + " of the workers' time.",
                List.of(
                        new Stretch(
                                phase.startNanos(),
                                Math.max(phase.startNanos(), time.untilNanos()),
                                run.whole().lanes())),
                Remedy.knob("Let the workers make unrecorded passes first.", "warm-up", "3"));
    }
}
