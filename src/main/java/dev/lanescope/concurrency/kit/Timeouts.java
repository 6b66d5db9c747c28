package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Knobs;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/// What becomes of items that take too long, and of those that nobody can do because of them.
final class Timeouts<I, R> {

    /// A JVM that still loads its classes is slow, but does not hang.
    private static final Duration SLOW_START = Duration.ofSeconds(2);

    private final Workload<I, ?, R> workload;
    private final Duration patience;
    private final StopSignal stop;
    private final @Nullable Watchdog dog;
    private final AtomicInteger starting = new AtomicInteger();
    private final AtomicReference<@Nullable Watch> blocker = new AtomicReference<>();
    private volatile @Nullable Batch<I, R> current;

    /// @param stop ends the crew
    Timeouts(Workload<I, ?, R> workload, Knobs knobs, StopSignal stop) {
        this.workload = workload;
        this.patience = knobs.pageTimeout();
        this.stop = stop;
        this.dog =
                knobs.hasPageTimeout()
                        ? new Watchdog(quiet(knobs), this::mustGoOn, this::nobodyGoesOn)
                        : null;
    }

    /// An item that can be done is waited for, read or written, and no stage takes longer than its
    /// time.
    private static Duration quiet(Knobs knobs) {
        return knobs.pageTimeout()
                .plus(SLOW_START)
                .plus(knobs.readLatency())
                .plus(knobs.writeLatency());
    }

    @Nullable Watchdog dog() {
        return dog;
    }

    void starts(int more) {
        starting.addAndGet(more);
        sign();
    }

    void sign() {
        if (dog != null) {
            dog.sign();
        }
    }

    /// A batch begins; if nobody can go on any more, it is over at once.
    void begins(Batch<I, R> batch) {
        current = batch;
        Watch hanging = blocker.get();
        if (hanging != null) {
            strand(batch, hanging);
        }
    }

    private boolean mustGoOn() {
        Batch<I, R> now = current;
        return now != null && !now.isOver() && starting.get() == 0;
    }

    private void nobodyGoesOn(Watch hanging) {
        blocker.set(hanging);
        Batch<I, R> now = current;
        if (now != null) {
            strand(now, hanging);
        }
        stop.request();
    }

    private void strand(Batch<I, R> batch, Watch hanging) {
        var cause = new Stranded(hanging.name());
        List<Integer> lost = new ArrayList<>();
        batch.settleRest(
                index -> new Outcome.Failed<>(firstStage(batch.item(index)), cause),
                lost::add,
                () -> hanging.tell(lane -> tell(batch, lost, cause, lane)));
    }

    private void tell(Batch<I, R> batch, List<Integer> lost, Stranded cause, LaneObserver lane) {
        for (int index : lost) {
            lane.failed(batch.number(index), firstStage(batch.item(index)), cause);
        }
    }

    private int firstStage(I item) {
        int[] path = pathOrNone(workload, item);
        return path.length == 0 ? 0 : path[0];
    }

    static <I> int[] pathOrNone(Workload<I, ?, ?> workload, I item) {
        try {
            return workload.path(item);
        } catch (RuntimeException | Error _) {
            return new int[0];
        }
    }

    /// An item that is settled from outside if it takes too long.
    ///
    /// @param stage the one under way
    Watch.Watched watched(Batch<I, R> batch, int index, IntSupplier stage) {
        var cause = new PageTimeout(patience);
        return new Watch.Watched() {
            private int at;

            @Override
            public boolean giveUp() {
                at = stage.getAsInt();
                return batch.settle(index, new Outcome.Failed<>(at, cause));
            }

            @Override
            public void told(LaneObserver lane) {
                lane.failed(batch.number(index), at, cause);
            }

            @Override
            public String name() {
                return workload.name(batch.item(index));
            }
        };
    }

    boolean hangs(Thread thread) {
        return dog != null && dog.hangs(thread);
    }

    void close() {
        if (dog != null) {
            dog.close();
        }
    }
}
