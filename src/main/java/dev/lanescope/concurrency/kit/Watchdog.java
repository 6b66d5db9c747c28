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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Gives up items that take too long. In a shared heap nothing can end a thread against its will:
/// it is interrupted, which wakes it if it waits, and otherwise written off until it comes back.
final class Watchdog implements AutoCloseable {

    private final Duration patience;
    private final Consumer<RunAborted> abort;
    private final Set<Thread> hanging = ConcurrentHashMap.newKeySet();
    private final AtomicInteger watched = new AtomicInteger();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, run -> Thread.ofPlatform().daemon().name("page-timeout").unstarted(run));

    /// @param abort told when no thread is left that could go on
    Watchdog(Duration patience, Consumer<RunAborted> abort) {
        this.patience = patience;
        this.abort = abort;
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Watches one more thread.
    Watch watch(LaneObserver lane) {
        watched.incrementAndGet();
        return new Watch(this, lane);
    }

    ScheduledFuture<?> after(Runnable giveUp) {
        return timer.schedule(giveUp, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void hangs(Thread thread, boolean now) {
        if (!now) {
            hanging.remove(thread);
            return;
        }
        hanging.add(thread);
        if (hanging.size() == watched.get()) {
            abort.accept(
                    new RunAborted(
                            "All workers hang in pages that nothing can end; run this content with"
                                    + " child processes, which can be killed.",
                            new TimeoutException()));
        }
    }

    boolean hangs(Thread thread) {
        return hanging.contains(thread);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
