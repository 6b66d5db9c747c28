package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Stretch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The thread of an event loop computed nearly all the time, and held up everybody else.
///
/// The loop is the first lane of the model `event-loop`. It is blocked if it computed for at least
/// four fifths of the first phase: above that the queue before it grows, whatever the helpers do
/// (by M/M/1 five and more wait on average). What is lost is the time of the other lanes while the
/// loop computed and they did not work; it is worth saying from [Rule#TENTH] on.
final class BlockedLoop implements Rule {

    private static final double BUSY = 0.8;

    @Override
    public Optional<Finding> examine(Examination run) {
        if (!run.isModel("event-loop") || run.lanes().size() < 2) {
            return Optional.empty();
        }
        PhaseTime phase = run.phases().getFirst();
        long computed = computed(run, phase);
        long longest = 0;
        int longestStay = 0;
        Stays stays = run.stays();
        for (int stay = 0; stay < stays.size() && stays.lane(stay) == 0; stay++) {
            if (stays.workNanos(stay) > longest) {
                longest = stays.workNanos(stay);
                longestStay = stay;
            }
        }
        long heldUp = heldUp(run);
        if (computed < BUSY * phase.nanos() || longest == 0 || run.share(heldUp) < TENTH) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.BLOCKED_LOOP,
                        run.share(heldUp),
                        "The loop computed for "
                                + Amounts.percent((double) computed / phase.nanos())
                                + " of the time while its helpers waited; "
                                + run.item(stays.item(longestStay))
                                + " alone held it up for "
                                + Durations.text(longest)
                                + ".",
                        List.of(
                                new Stretch(
                                        stays.startNanos(longestStay),
                                        stays.endNanos(longestStay),
                                        List.of(0))),
                        Remedy.model(
                                        "Let a pool compute, and keep the loop free.",
                                        "event-loop-offload")
                                .with(workers(run))));
    }

    private static OptionalInt workers(Examination run) {
        return run.processors().isPresent()
                ? OptionalInt.of(Math.max(1, run.processors().getAsInt()))
                : OptionalInt.empty();
    }

    private static long computed(Examination run, PhaseTime phase) {
        long[] nanos = new long[run.run().info().states().size()];
        run.lanes().getFirst().add(phase.startNanos(), phase.endNanos(), nanos);
        long sum = 0;
        for (int state = 0; state < nanos.length; state++) {
            sum += CpuShortage.computes(run.run().state(state)) ? nanos[state] : 0;
        }
        return sum;
    }

    /// Lane time of the others without work while the loop computed.
    private static long heldUp(Examination run) {
        var states = run.run().info().states();
        var sweep = new LaneSweep(run.run());
        int working = 0;
        for (int state = 0; state < states.size(); state++) {
            working += states.get(state).kind().isWork() ? sweep.lanesIn(state) : 0;
        }
        long sum = 0;
        int others = run.lanes().size() - 1;
        do {
            if (CpuShortage.computes(states.get(sweep.stateOf(0)))) {
                sum += (others - (working - 1)) * (sweep.toNanos() - sweep.fromNanos());
            }
            if (!sweep.step()) {
                return sum;
            }
            working += states.get(sweep.stateOf(sweep.changed())).kind().isWork() ? 1 : 0;
            working -= states.get(sweep.before()).kind().isWork() ? 1 : 0;
        } while (true);
    }
}
