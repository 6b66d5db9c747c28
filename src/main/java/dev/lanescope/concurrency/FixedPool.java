package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/// The JDK's own fixed thread pool: so many platform threads, one queue that all of them take from,
/// one task an item. Each thread makes its worker once and keeps it.
final class FixedPool implements ConcurrencyModel {

    @Override
    public String id() {
        return "fixed-pool";
    }

    @Override
    public String title() {
        return "Platform threads";
    }

    @Override
    public String whenToUse() {
        return "For work that computes: as many threads as cores, all taking from one queue.";
    }

    @Override
    public String itsCatch() {
        return "A thread that waits keeps its place, and whoever gets the longest page last"
                + " finishes alone.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.any();
    }

    @Override
    public <I, D, R> List<Outcome<R>> run(
            Workload<I, D, R> workload,
            List<I> items,
            int workers,
            Observer observer,
            StopSignal stop)
            throws RunAborted, InterruptedException {
        var runner = new ItemRunner<>(workload, items, stop);
        var threads = new ArrayList<Thread>();
        var pool =
                (ThreadPoolExecutor)
                        Executors.newFixedThreadPool(
                                workers,
                                loop -> {
                                    int lane = threads.size();
                                    var thread = new PoolThread<>(loop, lane, runner, observer);
                                    threads.add(thread);
                                    return thread;
                                });
        try {
            for (int item = 0; item < items.size(); item++) {
                int index = item;
                pool.execute(() -> PoolThread.current(runner).perform(index, pool));
            }
            pool.prestartAllCoreThreads();
        } catch (OutOfMemoryError e) { // how the JDK says that the system gives no more threads
            pool.shutdownNow();
            stop.request();
            int started = (int) threads.stream().filter(Thread::isAlive).count();
            joinAll(threads.stream().filter(Thread::isAlive).toList());
            throw new RunAborted(
                    "only " + started + " of " + workers + " threads could be started; use fewer",
                    e);
        }
        pool.shutdown();
        stop.onRequest(pool::shutdownNow);
        try {
            joinAll(threads);
        } catch (InterruptedException e) {
            stop.request();
            joinAll(threads);
            throw e;
        }
        return runner.outcomes();
    }

    /// Waits for the threads themselves: the pool calls itself terminated a moment before they have
    /// said goodbye.
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// A thread of the pool with its lane and its worker. The pool's own loop (`loop`) takes tasks
    /// from the queue; before and after it there is room to make the worker and to say goodbye.
    private static final class PoolThread<I, D, R> extends Thread {

        private final ItemRunner<I, D, R> runner;
        private final Observer observer;
        private final int number;
        private LaneObserver lane = LaneObserver.NOBODY;
        private @Nullable Worker<D> worker;

        PoolThread(Runnable loop, int number, ItemRunner<I, D, R> runner, Observer observer) {
            super(loop, "fixed-pool-" + (number + 1));
            this.number = number;
            this.runner = runner;
            this.observer = observer;
            setDaemon(true);
        }

        @SuppressWarnings("unchecked") // only threads made with this runner take its tasks
        static <I, D, R> PoolThread<I, D, R> current(ItemRunner<I, D, R> runner) {
            var thread = (PoolThread<I, D, R>) Thread.currentThread();
            assert thread.runner == runner;
            return thread;
        }

        @Override
        public void run() {
            lane = observer.workerBegins(number);
            lane.waits(Waiting.STARTING);
            worker = runner.newWorker();
            super.run();
            lane.ends();
        }

        /// Does one item; afterwards says what the thread waits for.
        void perform(int item, ThreadPoolExecutor pool) {
            if (worker != null) {
                runner.perform(item, worker, lane);
            }
            boolean allSubmitted = pool.isShutdown();
            boolean nothingLeft = allSubmitted && pool.getQueue().isEmpty();
            lane.waits(nothingLeft ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK);
        }
    }
}
