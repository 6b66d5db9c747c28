package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// Threads that take single jobs from one queue, each with a seat of its own. A job may be held up:
/// nobody waits for it, it is just not there before its time.
///
/// @param <D> a draft
final class Hands<D> {

    private final ItemRunner<?, D, ?> runner;
    private final List<SeatedThread<D>> threads = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor pool;
    private final AtomicInteger expected = new AtomicInteger();
    private volatile boolean begun;

    /// @param firstLane of the lanes of these threads
    Hands(
            String name,
            int firstLane,
            int count,
            ItemRunner<?, D, ?> runner,
            Function<LaneObserver, Seat<D>> seats,
            Observer observer) {
        this.runner = runner;
        this.pool =
                new ScheduledThreadPoolExecutor(
                        count,
                        loop -> {
                            int number = threads.size();
                            var thread =
                                    new SeatedThread<>(
                                            loop,
                                            name + "-" + (number + 1),
                                            firstLane + number,
                                            observer,
                                            seats,
                                            this::waiting);
                            threads.add(thread);
                            return thread;
                        });
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Starts all threads.
    void start() {
        pool.prestartAllCoreThreads();
        runner.stop().onRequest(pool::shutdownNow);
    }

    private Waiting waiting() {
        return begun && expected.get() == 0 ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK;
    }

    /// So many more jobs will come, or less than was said before.
    void expect(int more) {
        begun = true;
        if (more != 0 && expected.addAndGet(more) == 0) {
            threads.forEach(SeatedThread::askAgain);
        }
    }

    List<SeatedThread<D>> threads() {
        return threads;
    }

    /// Has a job that was expected done by one of the threads, not before that time has passed;
    /// never if the threads have been sent home.
    void take(Duration delay, Consumer<Seat<D>> job) {
        try {
            var _ =
                    pool.schedule(
                            () ->
                                    SeatedThread.<D>current()
                                            .perform(seat -> {
                                                expect(-1);
                                                job.accept(seat);
                                            }),
                            delay.toNanos(),
                            TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            if (!runner.stop().requested()) {
                throw e;
            }
        }
    }

    /// Sends the threads home.
    void close() {
        pool.shutdownNow();
    }
}
