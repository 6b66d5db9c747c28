package dev.lanescope.ui.kit;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Where everything goes that would make the window wait: a job runs on a thread of its own, and
/// its result or failure arrives on the FX thread.
///
/// Threads are daemon platform threads, one per job: virtual threads would share carriers with the
/// very models that are being measured.
///
/// ```java
/// background.run("read folder", () -> scan(folder), this::show, this::showFailure);
/// ```
public final class Background implements AutoCloseable {

    private final Set<Job> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// Starts the work. Exactly one of the two receivers is called, on the FX thread, unless the
    /// job is cancelled before; may be called on any thread.
    ///
    /// After [#close] the job comes back cancelled and nothing runs.
    ///
    /// @param name what the thread is called while it works
    public <T> Job run(
            String name,
            Callable<? extends T> work,
            Consumer<? super T> onResult,
            Consumer<? super Throwable> onFailure) {
        Job job = new Job(name, open, self -> attempt(self, work, onResult, onFailure));
        open.add(job);
        if (closed) {
            job.cancel();
        } else {
            job.start();
        }
        return job;
    }

    private static <T> void attempt(
            Job job,
            Callable<? extends T> work,
            Consumer<? super T> onResult,
            Consumer<? super Throwable> onFailure) {
        try {
            T result = work.call();
            job.deliver(() -> onResult.accept(result));
        } catch (Throwable failure) {
            job.deliver(() -> onFailure.accept(failure));
        }
    }

    /// How many jobs are under way or wait for delivery.
    public int size() {
        return open.size();
    }

    /// Cancels all jobs; for the end of the app.
    @Override
    public void close() {
        closed = true;
        open.forEach(Job::cancel);
    }
}
