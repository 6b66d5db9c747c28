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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Gives up items that take too long. In a shared heap nothing can end a thread against its will:
/// it is interrupted, which wakes it if it waits, and otherwise written off until it comes back.
final class Watchdog implements AutoCloseable {

    private final Duration patience;
    private final Consumer<RunAborted> abort;
    private final Set<Thread> hanging = ConcurrentHashMap.newKeySet();
    private final AtomicLong ended = new AtomicLong();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, run -> Thread.ofPlatform().daemon().name("page-timeout").unstarted(run));

    /// @param abort told when nothing goes on any more
    Watchdog(Duration patience, Consumer<RunAborted> abort) {
        this.patience = patience;
        this.abort = abort;
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Watches one more thread.
    Watch watch(LaneObserver lane) {
        return new Watch(this, lane);
    }

    ScheduledFuture<?> after(Runnable giveUp) {
        return timer.schedule(giveUp, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Some item has come to its end by itself.
    void progress() {
        ended.incrementAndGet();
    }

    void hangs(Thread thread, boolean now) {
        if (now) {
            hanging.add(thread);
            lookAgain();
        } else {
            hanging.remove(thread);
        }
    }

    /// While somebody hangs, an item must end now and then: one that does not within the time that
    /// it may take is given up as well. If none ends, all who could go on hang.
    private void lookAgain() {
        long before = ended.get();
        var _ =
                timer.schedule(
                        () -> {
                            if (hanging.isEmpty()) {
                                return;
                            }
                            if (ended.get() != before) {
                                lookAgain();
                                return;
                            }
                            abort.accept(
                                    new RunAborted(
                                            "All workers hang in pages that nothing can end; run this"
                                                    + " content with child processes, which can be"
                                                    + " killed.",
                                            new TimeoutException()));
                        },
                        2 * patience.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    boolean hangs(Thread thread) {
        return hanging.contains(thread);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
