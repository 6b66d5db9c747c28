package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.Optional;

/// Lanes with a page in hand waited for room before the next stage.
///
/// Waiting for room from [Rule#TENTH] of all lane time on; older traces call it waiting for a
/// channel, which it was where nothing is encoded. The stage that sets the pace is that of the
/// busiest lane, which must have been at work for at least 70 % of the run; if nobody was that busy
/// it is another illness, and nothing is said.
final class BackPressure implements Rule {

    static final String ROOM = "waiting for room";
    static final String CHANNEL = "waiting for a channel";

    private static final double BUSY = 0.7;

    @Override
    public Optional<Finding> examine(Examination run) {
        boolean coded = Serialization.codingNanos(run) > 0;
        double share = run.share(run.nanosIn(ROOM) + (coded ? 0 : run.nanosIn(CHANNEL)));
        if (share < TENTH) {
            return Optional.empty();
        }
        int busiest = 0;
        for (int lane = 1; lane < run.lanes().size(); lane++) {
            busiest = run.time().busyShare(lane) > run.time().busyShare(busiest) ? lane : busiest;
        }
        double busy = run.time().busyShare(busiest);
        if (busy < BUSY) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.BACK_PRESSURE,
                        share,
                        run.laneName(busiest)
                                + " (stage "
                                + stage(run, busiest)
                                + ") was busy for "
                                + Amounts.percent(busy)
                                + " of the run, and those before it waited "
                                + Amounts.percent(share)
                                + " of all lane time for room: back-pressure.",
                        run.longest(coded ? List.of(ROOM) : List.of(ROOM, CHANNEL)),
                        run.isModel("staged")
                                ? Remedy.model(
                                        "Let each worker take a page through all stages.",
                                        "fixed-pool")
                                : Remedy.knob(
                                        "Let whoever renders a page write it.",
                                        "writes",
                                        "at-once")));
    }

    private static String stage(Examination run, int lane) {
        int most = 0;
        long nanos = -1;
        for (int state = 0; state < run.run().info().states().size(); state++) {
            boolean isWork = run.run().state(state).kind() == State.Kind.WORK;
            if (isWork && run.time().nanos(lane, state) > nanos) {
                nanos = run.time().nanos(lane, state);
                most = state;
            }
        }
        return run.run().state(most).name();
    }
}
