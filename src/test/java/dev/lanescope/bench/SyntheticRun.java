package dev.lanescope.bench;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A run of any size made up from a seed, shaped like our own: each worker waits for a page, takes
/// it through nine stages, waits for a lock now and then, and takes the next. All lanes grow alike,
/// so that a run can also be grown while it is looked at.
final class SyntheticRun {

    private static final int STAGES = 9;
    private static final int STARTING = STAGES;
    private static final int QUEUE = STAGES + 1;
    private static final int LOCK = STAGES + 2;
    private static final int ITEMS = 20_000;
    private static final int MEAN_NANOS = 20_000;

    private final Trace trace;
    private final Worker[] workers;

    SyntheticRun(int lanes) {
        trace = new Trace(info(lanes), STARTING);
        workers = new Worker[lanes];
        for (int number = 0; number < lanes; number++) {
            workers[number] = new Worker(trace.lane(number), new Random(number), number, lanes);
        }
    }

    /// A run that is over.
    static Snapshot finished(int lanes, int spans) {
        var run = new SyntheticRun(lanes);
        run.grow(spans);
        run.trace.finish(run.nanos());
        return run.now();
    }

    private static RunInfo info(int lanes) {
        List<State> states =
                List.of(
                        new State("read", State.Kind.WORK),
                        new State("decode", State.Kind.WORK),
                        new State("front matter", State.Kind.WORK),
                        new State("parse", State.Kind.WORK),
                        new State("transform", State.Kind.WORK),
                        new State("highlight", State.Kind.WORK),
                        new State("render", State.Kind.WORK),
                        new State("template", State.Kind.WORK),
                        new State("write", State.Kind.WORK),
                        new State("starting", State.Kind.STARTING),
                        new State("waiting for work", State.Kind.QUEUE),
                        new State("waiting for a lock", State.Kind.LOCK),
                        new State("waiting for I/O", State.Kind.IO),
                        new State("nothing left to do", State.Kind.IDLE));
        return new RunInfo(
                "fixed-pool",
                "Platform threads",
                lanes,
                "",
                "made up",
                ITEMS * 1000L,
                Instant.EPOCH,
                0,
                states,
                IntStream.range(0, ITEMS).mapToObj(item -> "ch/page-" + item + ".md").toList(),
                List.of(new Phase(RunInfo.PAGES, 0)));
    }

    /// Lets all workers go on until there are this many spans more.
    void grow(int spans) {
        int each = spans / workers.length;
        for (Worker worker : workers) {
            worker.goOn(each);
        }
    }

    /// How long the run has lasted: the last transition of the slowest worker.
    long nanos() {
        long nanos = Long.MAX_VALUE;
        for (Worker worker : workers) {
            nanos = Math.min(nanos, worker.at);
        }
        return nanos;
    }

    Snapshot now() {
        return trace.snapshot(this::end);
    }

    private long end() {
        long nanos = 0;
        for (Worker worker : workers) {
            nanos = Math.max(nanos, worker.at);
        }
        return nanos;
    }

    private static final class Worker {
        private final Lane lane;
        private final Random random;
        private final int pages;
        private int item;
        private int step = -1;
        private long at;

        Worker(Lane lane, Random random, int first, int pages) {
            this.lane = lane;
            this.random = random;
            this.item = first;
            this.pages = pages;
        }

        void goOn(int spans) {
            for (int span = 0; span < spans; span++) {
                at += 1 + random.nextInt(2 * MEAN_NANOS);
                if (step < 0) {
                    lane.append(at, QUEUE, Lane.NO_ITEM, Lane.NOT_READ);
                } else if (step == 4 && random.nextInt(3) == 0) {
                    lane.append(at, LOCK, item, Lane.NOT_READ);
                    continue;
                } else {
                    lane.append(at, step, item, Lane.NOT_READ);
                }
                if (++step == STAGES) {
                    step = -1;
                    item = (item + pages) % ITEMS;
                }
            }
        }
    }
}
