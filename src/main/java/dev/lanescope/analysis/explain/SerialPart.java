package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Between two phases all lanes waited, while one thread put together what the next one needs: the
/// part that no number of workers makes shorter (Amdahl, 1967).
///
/// Time from the last item of a phase to the first of the next during which no lane worked. Worth
/// saying from [Rule#WORTH_SAYING] of the run on, and with more lanes than one.
final class SerialPart implements Rule {

    @Override
    public Optional<Finding> examine(Examination run) {
        List<PhaseTime> phases = run.phases();
        for (int phase = 1; phase < phases.size() && run.lanes().size() > 1; phase++) {
            PhaseTime before = phases.get(phase - 1);
            long from = before.endNanos();
            long to = firstWork(run, phases.get(phase));
            if (before.items() > 0 && to > from && !anybodyWorks(run, from, to)) {
                double share = run.share((to - from) * run.lanes().size());
                if (share >= WORTH_SAYING) {
                    return Optional.of(finding(run, phases.get(phase), from, to, share));
                }
            }
        }
        return Optional.empty();
    }

    private static long firstWork(Examination run, PhaseTime phase) {
        Stays stays = run.stays();
        int first = phase.phase().firstItem();
        return IntStream.range(0, stays.size())
                .filter(stay ->
                        stays.item(stay) >= first && stays.item(stay) < first + phase.items())
                .mapToLong(stays::startNanos)
                .min()
                .orElse(0);
    }

    private static boolean anybodyWorks(Examination run, long from, long to) {
        long[] nanos = new long[run.run().info().states().size()];
        run.lanes().forEach(lane -> lane.add(from, to, nanos));
        return IntStream.range(0, nanos.length)
                .anyMatch(state ->
                        nanos[state] > 0 && run.run().state(state).kind() == State.Kind.WORK);
    }

    private static Finding finding(
            Examination run, PhaseTime phase, long from, long to, double share) {
        return new Finding(
                Illness.SERIAL_PART,
                share,
                "Before the phase \u201c"
                        + phase.phase().name()
                        + "\u201d all "
                        + Amounts.count(run.lanes().size(), "lane")
                        + " waited for "
                        + Durations.text(to - from)
                        + " ("
                        + Amounts.percent(share)
                        + " of the run) while one thread gathered what the phase before had left.",
                List.of(new Stretch(from, to, run.whole().lanes())),
                Remedy.advice("More workers do not help here: this part is done by one thread."));
    }
}
