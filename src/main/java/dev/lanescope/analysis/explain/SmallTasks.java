package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.State;

import java.util.Arrays;
import java.util.Optional;

/// Handing a task over took too long for what the task was.
///
/// Looked at are the pauses between two items of a lane in which it waited for work or for one that
/// was being dispatched, and for nothing else but bytes, under models where all work is there from
/// the beginning. They must come to [Rule#TENTH] of the lane time, and the median task must be
/// shorter than [#SMALL_NANOS]: waking a parked thread takes some 50 µs, so shorter tasks can lose
/// a tenth that way; where longer ones wait, it is for another reason. Of fewer than a hundred
/// pauses nothing is said.
final class SmallTasks implements Rule {

    static final long SMALL_NANOS = 500_000;

    private static final int LEAST_PAUSES = 100;

    /// The most items at once that are proposed.
    private static final int MOST_AT_ONCE = 256;

    @Override
    public Optional<Finding> examine(Examination run) {
        if (run.isPipeline() || run.run().info().isSequential()) {
            return Optional.empty();
        }
        Stays stays = run.stays();
        long[] pauses = new long[stays.size()];
        long[] tasks = new long[stays.size()];
        int count = 0;
        long sum = 0;
        for (int stay = 1; stay < stays.size(); stay++) {
            long pause = stays.lane(stay) == stays.lane(stay - 1) ? pause(run, stay) : 0;
            if (pause > 0) {
                pauses[count] = pause;
                tasks[count] = stays.nanos(stay);
                sum += pauses[count];
                count++;
            }
        }
        long task = median(tasks, count);
        long handOver = median(pauses, count);
        if (count < LEAST_PAUSES || run.share(sum) < TENTH || task >= SMALL_NANOS) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.SMALL_TASKS,
                        run.share(sum),
                        "A page took "
                                + Durations.text(task, 3)
                                + " and its hand-over "
                                + Durations.text(handOver, 3)
                                + " (medians): handing over took "
                                + Amounts.percent(run.share(sum))
                                + " of the workers' time.",
                        run.longest(State.Kind.QUEUE),
                        remedy(run, task, handOver)));
    }

    /// How long the lane queued between an item and the one before; 0 if it waited for anything
    /// else as well.
    private static long pause(Examination run, int stay) {
        LaneView lane = run.lanes().get(run.stays().lane(stay));
        long pause = 0;
        for (int span = run.stays().last(stay - 1) + 1; span < run.stays().first(stay); span++) {
            State.Kind kind = run.run().state(lane.state(span)).kind();
            if (kind != State.Kind.QUEUE && kind != State.Kind.CHANNEL) {
                return 0;
            }
            pause += kind == State.Kind.QUEUE ? lane.endNanos(span) - lane.startNanos(span) : 0;
        }
        return pause;
    }

    private static long median(long[] values, int count) {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[count / 2];
    }

    private static Remedy remedy(Examination run, long task, long pause) {
        int atOnce = 8;
        while (atOnce < MOST_AT_ONCE && (double) atOnce * task < 20.0 * pause) {
            atOnce *= 2;
        }
        if (run.isOfPython() && !run.worksApart()) {
            return Remedy.advice(
                    "Pages as short as these gain nothing from threads of CPython; a part of it is"
                            + " what they take to tell what they do.");
        }
        return run.worksApart()
                ? Remedy.knob("Send more pages at once.", "batch", Integer.toString(4 * atOnce))
                : Remedy.knob("Take several pages at once.", "scheduling", "chunks:" + atOnce);
    }
}
