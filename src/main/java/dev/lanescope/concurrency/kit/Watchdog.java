package dev.lanescope.concurrency.kit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Gives up items that take too long. In a shared heap nothing can end a thread against its will:
/// it is interrupted, which wakes it if it waits, and otherwise written off until it comes back.
///
/// A thread that hangs may keep what everybody needs: a lock, the only place, a carrier. Nobody can
/// say beforehand what that is, but it shows: while somebody hangs and something is left to do, no
/// item comes one stage further any more. Then the run is stranded.
final class Watchdog implements AutoCloseable {

    /// So many times in a row nothing must have happened. By looking several times it does not
    /// matter if this whole JVM stood still for a while.
    private static final int LOOKS = 4;

    private final Duration pause;
    private final BooleanSupplier mustGoOn;
    private final Consumer<Watch> stranded;
    private final AtomicLong signs = new AtomicLong();
    private final Map<Thread, Watch> hanging = new LinkedHashMap<>();
    private boolean looking;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, run -> Thread.ofPlatform().daemon().name("page-timeout").unstarted(run));

    /// @param quiet if nothing has happened for so long, nothing will
    /// @param mustGoOn says whether something is left to do and nobody is being started for it
    /// @param stranded told once, when nothing goes on any more, of who hangs longest
    Watchdog(Duration quiet, BooleanSupplier mustGoOn, Consumer<Watch> stranded) {
        this.pause = quiet.dividedBy(LOOKS);
        this.mustGoOn = mustGoOn;
        this.stranded = stranded;
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler( // a thread that hung comes back after the run
                new ThreadPoolExecutor.DiscardPolicy());
    }

    ScheduledFuture<?> after(Duration time, Runnable what) {
        return timer.schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Some item has come one stage further.
    void sign() {
        signs.incrementAndGet();
    }

    synchronized void hangs(Thread thread, Watch watch) {
        sign();
        hanging.put(thread, watch);
        if (!looking) {
            looking = true;
            look(signs.get(), LOOKS);
        }
    }

    synchronized void cameBack(Thread thread) {
        sign();
        hanging.remove(thread);
    }

    private void look(long seen, int left) {
        var _ = after(pause, () -> lookAgain(seen, left - 1));
    }

    private void lookAgain(long seen, int left) {
        Watch longest;
        synchronized (this) {
            if (hanging.isEmpty()) {
                looking = false;
                return;
            }
            longest = hanging.values().iterator().next();
        }
        long now = signs.get();
        if (now != seen || !mustGoOn.getAsBoolean()) {
            look(now, LOOKS);
        } else if (left > 0) {
            look(seen, left);
        } else {
            stranded.accept(longest);
        }
    }

    synchronized boolean hangs(Thread thread) {
        return hanging.containsKey(thread);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
