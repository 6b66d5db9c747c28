package dev.lanescope.concurrency.processes;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// What ends children that do not end by themselves: one thread for all of a crew.
final class Alarms {

    private final ScheduledThreadPoolExecutor timer;
    private @Nullable Thread thread;

    Alarms(String name) {
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        ring -> {
                            thread = Thread.ofPlatform().daemon().name(name).unstarted(ring);
                            return thread;
                        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Lets something happen later, unless it is cancelled or the crew is gone.
    Future<?> after(Duration time, Runnable what) {
        try {
            return timer.schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /// Nothing rings any more.
    ///
    /// @return the thread to wait for, if there is one
    @Nullable Thread end() {
        timer.shutdownNow();
        return thread;
    }
}
