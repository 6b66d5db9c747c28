package dev.lanescope.analysis.explain;

import dev.lanescope.trace.RunInfo;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the first pages of a run took beyond the level that later ones came to, while the JVM was
/// still interpreting and compiling. That there is such a level is tested, not assumed (Barrett et
/// al., OOPSLA 2017).
///
/// The pages of the first phase, in the order in which they were begun, are divided into eight
/// blocks. The second half of them tells the steady level, by the median of the pages' work. A
/// warm-up are leading blocks whose median lies above 1.5 times that level; the first must be at
/// least twice as high, which random orders of pages of very different sizes hardly bring about if
/// a block has ten pages or more. A run of workers that were warm cannot have this.
final class WarmUpTime {

    private static final int BLOCKS = 8;
    private static final int LEAST_IN_BLOCK = 10;
    private static final double ABOVE = 1.5;
    private static final double CLEARLY_ABOVE = 2;

    private final double[] excess;
    private final int pagesInBlock;
    private final double factor;
    private final long untilNanos;
    private double lost;

    private WarmUpTime(int pages, int pagesInBlock, double factor, long untilNanos) {
        this.excess = new double[pages];
        this.pagesInBlock = pagesInBlock;
        this.factor = factor;
        this.untilNanos = untilNanos;
    }

    /// Empty if the run was warm, had too few pages to tell, or did not get faster.
    static Optional<WarmUpTime> of(Examination run) {
        int pages = run.run().info().pages();
        boolean warm = run.run().info().temperature() == RunInfo.Temperature.WARM;
        if (pages < BLOCKS * LEAST_IN_BLOCK || warm) {
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
                        .sorted(Order.by(page -> begun[page]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return order.length < BLOCKS * LEAST_IN_BLOCK
                ? Optional.empty()
                : leading(run, order, work, begun);
    }

    private static Optional<WarmUpTime> leading(
            Examination run, int[] order, long[] work, long[] begun) {
        double[] medians = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            medians[block] = median(order, work, edge(order, block), edge(order, block + 1));
        }
        double steady = median(order, work, edge(order, BLOCKS / 2), order.length);
        if (steady <= 0 || medians[0] < CLEARLY_ABOVE * steady) {
            return Optional.empty();
        }
        int blocks = 0;
        while (blocks < BLOCKS && medians[blocks] > ABOVE * steady) {
            blocks++;
        }
        int after = edge(order, blocks);
        long until = after < order.length ? begun[order[after]] : run.run().endNanos();
        var time = new WarmUpTime(work.length, edge(order, 1), medians[0] / steady, until);
        for (int block = 0; block < blocks; block++) {
            for (int at = edge(order, block); at < edge(order, block + 1); at++) {
                double share = 1 - steady / medians[block];
                time.excess[order[at]] = share;
                time.lost += work[order[at]] * share;
            }
        }
        return Optional.of(time);
    }

    private static int edge(int[] order, int block) {
        return (int) ((long) order.length * block / BLOCKS);
    }

    private static double median(int[] order, long[] work, int from, int to) {
        long[] sorted = new long[to - from];
        Arrays.setAll(sorted, at -> work[order[from + at]]);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Which part of an item's work was beyond the steady level, 0 to 1.
    double excess(int item) {
        return item >= 0 && item < excess.length ? excess[item] : 0;
    }

    /// All work beyond the steady level.
    long nanos() {
        return Math.round(lost);
    }

    /// How many pages the first block has.
    int pagesInBlock() {
        return pagesInBlock;
    }

    /// How many times as long as at the steady level the pages of the first block took.
    double factor() {
        return factor;
    }

    /// When the first page that was no longer slow began.
    long untilNanos() {
        return untilNanos;
    }
}
