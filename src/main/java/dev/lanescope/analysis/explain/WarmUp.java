package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.RunInfo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pages took longer at the beginning than later, because the JVM was still interpreting and
/// compiling.
///
/// The pages of the first phase, in the order in which they were begun, are divided into eight
/// blocks. The second half of them tells the steady level, by the median of the pages' work. A
/// warm-up are leading blocks whose median lies above 1.5 times that level; the first must be at
/// least twice as high, which random orders of pages of very different sizes hardly bring about if
/// a block has ten pages or more. What their pages took beyond that level is lost; from
/// [Rule#TENTH] of all lane time on. A JVM that is warm cannot have this, nor workers in JVMs or
/// class loaders of their own that have made a pass before.
final class WarmUp implements Rule {

    private static final int BLOCKS = 8;
    private static final int LEAST_IN_BLOCK = 10;
    private static final double ABOVE = 1.5;
    private static final double CLEARLY_ABOVE = 2;

    @Override
    public Optional<Finding> examine(Examination run) {
        int pages = run.run().info().pages();
        if (pages < BLOCKS * LEAST_IN_BLOCK || !mayBeCold(run)) {
            return Optional.empty();
        }
        long[] work = new long[pages];
        long[] begun = new long[pages];
        Arrays.fill(begun, Long.MAX_VALUE);
        Stays stays = run.stays();
        for (int stay = 0; stay < stays.size(); stay++) {
            int item = stays.item(stay);
            if (item < pages) {
                work[item] += stays.workNanos(stay);
                begun[item] = Math.min(begun[item], stays.startNanos(stay));
            }
        }
        int[] order =
                IntStream.range(0, pages)
                        .filter(page -> begun[page] != Long.MAX_VALUE)
                        .boxed()
                        .sorted(Comparator.comparingLong(page -> begun[page]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return order.length < BLOCKS * LEAST_IN_BLOCK
                ? Optional.empty()
                : excess(run, order, work, begun);
    }

    private static boolean mayBeCold(Examination run) {
        boolean madeNoPass = run.knob("warm-up").isEmpty() || run.knob("warm-up").equals("0");
        return run.worksApart()
                ? madeNoPass
                : run.run().info().temperature() != RunInfo.Temperature.WARM;
    }

    private static Optional<Finding> excess(
            Examination run, int[] order, long[] work, long[] begun) {
        double[] medians = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            medians[block] = median(order, work, edge(order, block), edge(order, block + 1));
        }
        double steady = median(order, work, edge(order, BLOCKS / 2), order.length);
        if (steady <= 0 || medians[0] < CLEARLY_ABOVE * steady) {
            return Optional.empty();
        }
        double lost = 0;
        int block = 0;
        for (; block < BLOCKS && medians[block] > ABOVE * steady; block++) {
            for (int at = edge(order, block); at < edge(order, block + 1); at++) {
                lost += work[order[at]] * (1 - steady / medians[block]);
            }
        }
        double share = run.share(Math.round(lost));
        if (share < TENTH) {
            return Optional.empty();
        }
        int last = edge(order, block);
        long until = last < order.length ? begun[order[last]] : run.run().endNanos();
        PhaseTime phase = run.phases().getFirst();
        return Optional.of(
                new Finding(
                        Illness.WARM_UP,
                        share,
                        "The first "
                                + Amounts.count(edge(order, 1), "page")
                                + " took "
                                + Amounts.factor(medians[0] / steady)
                                + " times as long as those of the second half: to warm up cost "
                                + Amounts.percent(share)
                                + " of the workers' time.",
                        List.of(
                                new Stretch(
                                        phase.startNanos(),
                                        Math.max(phase.startNanos(), until),
                                        run.whole().lanes())),
                        Remedy.knob(
                                "Let the workers make unrecorded passes first.", "warm-up", "3")));
    }

    private static int edge(int[] order, int block) {
        return (int) ((long) order.length * block / BLOCKS);
    }

    private static double median(int[] order, long[] work, int from, int to) {
        long[] sorted =
                IntStream.range(from, to).mapToLong(at -> work[order[at]]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
