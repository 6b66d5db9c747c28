package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.State;

import java.util.Optional;

/// Making the workers took a good part of the run.
///
/// From [Rule#TENTH] of all lane time on. Lanes that stand for one item each are left out: a thread
/// that comes later has not been starting since the first submit.
final class StartUp implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        double share = run.time().share(State.Kind.STARTING);
        int lanes = run.lanes().size();
        if (share < TENTH || run.stays().size() < 2 * lanes) {
            return Optional.empty();
        }
        long each = run.time().nanos(State.Kind.STARTING) / lanes;
        return Optional.of(
                new Finding(
                        Illness.START_UP,
                        share,
                        (lanes == 1 ? "The worker took " : "Workers took on average ")
                                + Durations.text(each)
                                + " to start, "
                                + Amounts.percent(share)
                                + " of the run: "
                                + Amounts.count(run.run().info().pages(), "page")
                                + " are too few to make up for it.",
                        run.longest(State.Kind.STARTING),
                        remedy(run)));
    }

    private static Remedy remedy(Examination run) {
        return run.worksApart()
                ? Remedy.model("Use threads, which start at once.", "fixed-pool")
                : Remedy.knob(
                        "Let the workers warm up first: then they are there when the run begins.",
                        "warm-up",
                        "1");
    }
}
