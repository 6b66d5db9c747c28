package dev.lanescope.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The user's wish that a run end now. Workers look at it between stages; whoever sleeps or waits
/// registers what wakes him. A request cannot be taken back.
public final class StopSignal {

    private volatile boolean requested;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Runnable> wakers = new ArrayList<>();

    public boolean requested() {
        return requested;
    }

    /// Does nothing for that long, or until the stop is requested.
    public void pause(Duration time) throws InterruptedException {
        stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Asks for the stop; runs every registered waker once. Calling it again does nothing.
    public void request() {
        List<Runnable> toRun;
        synchronized (wakers) {
            if (requested) {
                return;
            }
            requested = true;
            stopped.countDown();
            toRun = List.copyOf(wakers);
        }
        RuntimeException first = null;
        for (Runnable waker : toRun) {
            try {
                waker.run();
            } catch (RuntimeException e) { // the others sleep on if nobody wakes them
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /// Runs `waker` when the stop is requested, at once if it already was.
    public void onRequest(Runnable waker) {
        synchronized (wakers) {
            if (!requested) {
                wakers.add(waker);
                return;
            }
        }
        waker.run();
    }
}
