package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.RunAborted;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Gives up items that take too long. In a shared heap nothing can end a thread against its will:
/// it is interrupted, which wakes it if it waits, and otherwise written off until it comes back.
final class Watchdog implements AutoCloseable {

    /// What is said of the progress of a run when there is nothing to do.
    static final long NOTHING_TO_DO = -1;

    private final Duration lookAgain;
    private final LongSupplier progress;
    private final Consumer<RunAborted> abort;
    private final Set<Thread> hanging = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, run -> Thread.ofPlatform().daemon().name("page-timeout").unstarted(run));

    /// @param lookAgain within this time an item must come to its end if anybody can go on
    /// @param progress how many items of the run have come to their end, or [#NOTHING_TO_DO]
    /// @param abort told when nothing goes on any more
    Watchdog(Duration lookAgain, LongSupplier progress, Consumer<RunAborted> abort) {
        this.lookAgain = lookAgain;
        this.progress = progress;
        this.abort = abort;
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Watches one more thread.
    ///
    /// @param team those that can do its work
    Watch watch(LaneObserver lane, Team team) {
        return new Watch(this, lane, team);
    }

    ScheduledFuture<?> after(Duration time, Runnable giveUp) {
        return timer.schedule(giveUp, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    void hangs(Thread thread, Team team) {
        hanging.add(thread);
        if (team.oneHangs()) {
            lookAgain(team);
        }
    }

    void cameBack(Thread thread, Team team) {
        hanging.remove(thread);
        team.oneCameBack();
    }

    /// A team of which all hang may still come back, and what others do may be all there is to do.
    private void lookAgain(Team team) {
        long before = progress.getAsLong();
        int comebacks = team.comebacks();
        var _ =
                after(
                        lookAgain,
                        () -> {
                            if (team.comebacks() != comebacks) {
                                return; // who hangs last looks again
                            }
                            long now = progress.getAsLong();
                            if (now != before || now == NOTHING_TO_DO) {
                                lookAgain(team);
                                return;
                            }
                            abort.accept(
                                    new RunAborted(
                                            "All workers hang in pages that nothing can end; run this"
                                                    + " content with child processes, which can be"
                                                    + " killed.",
                                            new TimeoutException()));
                        });
    }

    boolean hangs(Thread thread) {
        return hanging.contains(thread);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
