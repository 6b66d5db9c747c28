package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.State;

import java.util.Optional;

/// Making the workers took a good part of the run.
///
/// From [Rule#TENTH] of all lane time on. Where lanes have twice as many starts as there are lanes,
/// it is not the workers that are few and slow but the starts that are many: a thread for each
/// page, or processes that die.
final class StartUp implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        double share = run.time().share(State.Kind.STARTING);
        int lanes = run.lanes().size();
        if (share < TENTH) {
            return Optional.empty();
        }
        int starts = starts(run);
        boolean isOften = starts >= 2 * lanes;
        long each = run.time().nanos(State.Kind.STARTING) / Math.max(1, isOften ? starts : lanes);
        return Optional.of(
                new Finding(
                        Illness.START_UP,
                        share,
                        isOften
                                ? "Workers were started "
                                        + starts
                                        + " times, for "
                                        + Durations.text(each)
                                        + " on average: "
                                        + Amounts.percent(share)
                                        + " of their time."
                                : (lanes == 1 ? "The worker took " : "Workers took on average ")
                                        + Durations.text(each)
                                        + " to start, "
                                        + Amounts.percent(share)
                                        + " of the run: "
                                        + Amounts.count(run.run().info().pages(), "page")
                                        + " are too few to make up for it.",
                        run.longest(State.Kind.STARTING),
                        remedy(run, isOften)));
    }

    private static int starts(Examination run) {
        int starts = 0;
        for (LaneView lane : run.lanes()) {
            boolean before = false;
            for (int span = 0; span < lane.size(); span++) {
                boolean isStart = run.run().state(lane.state(span)).kind() == State.Kind.STARTING;
                starts += isStart && !before ? 1 : 0;
                before = isStart;
            }
        }
        return starts;
    }

    static Remedy remedy(Examination run, boolean isOften) {
        return (run.worksApart() && !run.isOfPython()) || isOften
                ? Remedy.model("Use threads that start once and stay.", "fixed-pool")
                : Remedy.knob(
                        "Let the workers warm up first: then they are there when the run begins.",
                        "warm-up",
                        "1");
    }
}
