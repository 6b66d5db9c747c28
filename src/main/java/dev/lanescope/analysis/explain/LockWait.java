package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.State;

import java.util.Optional;

/// Workers waited for a lock: a global interpreter lock, or the convoy before a lock that every
/// page needs.
///
/// A tenth of all lane time ([Rule#TENTH]) is the threshold: a lock that is held a twentieth of the
/// time by each of four workers costs less than that, by the probability that it is taken.
final class LockWait implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        double share = run.time().share(State.Kind.LOCK);
        if (share < TENTH) {
            return Optional.empty();
        }
        long most = run.counter("waiting for the lock").map(CounterView::most).orElse(0L);
        double waiting = share * run.lanes().size();
        return Optional.of(
                new Finding(
                        Illness.LOCK,
                        share,
                        "Workers waited for a lock "
                                + Amounts.percent(share)
                                + " of their time: on average "
                                + Amounts.factor(waiting)
                                + " of "
                                + run.lanes().size()
                                + (most > 1 ? ", at most " + most + " at once." : "."),
                        run.longest(State.Kind.LOCK),
                        remedy(run)));
    }

    static Remedy remedy(Examination run) {
        if (run.knob("state").equals("shared")) {
            return Remedy.knob(
                    "Give each worker a parser and templates of its own.", "state", "per-worker");
        }
        if (run.isModel("gil")) {
            return Remedy.model("Use threads without a global lock.", "fixed-pool");
        }
        if (run.isModel("isolated-gil")) {
            return Remedy.model("Give each worker an interpreter of its own.", "isolated");
        }
        if (run.isModel("python-threads") || run.isModel("python-asyncio-threads")) {
            return Remedy.model(
                    "CPython's threads share its GIL: give each worker a process or (from 3.14 on)"
                            + " an interpreter of its own, or take a build without the GIL.",
                    "python-processes");
        }
        return Remedy.advice("Hold the lock for less, or have one for each worker.");
    }
}
