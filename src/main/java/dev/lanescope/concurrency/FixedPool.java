package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, int workers, Observer observer, StopSignal stop)
            throws RunAborted {
        var crew = new PoolCrew<>(new ItemRunner<>(workload, stop), workers, observer, stop);
        crew.start(workers);
        return crew;
    }

    /// The pool and its threads.
    private static final class PoolCrew<I, D, R> implements Crew<I, R> {

        private final ItemRunner<I, D, R> runner;
        private final StopSignal stop;
        private final List<PoolThread<I, D, R>> threads = new ArrayList<>();
        private final ThreadPoolExecutor pool;
        private volatile boolean allSubmitted;

        PoolCrew(ItemRunner<I, D, R> runner, int workers, Observer observer, StopSignal stop) {
            this.runner = runner;
            this.stop = stop;
            this.pool =
                    (ThreadPoolExecutor)
                            Executors.newFixedThreadPool(
                                    workers,
                                    loop -> {
                                        int lane = threads.size();
                                        var thread = new PoolThread<>(loop, lane, this, observer);
                                        threads.add(thread);
                                        return thread;
                                    });
        }

        void start(int workers) throws RunAborted {
            try {
                pool.prestartAllCoreThreads();
            } catch (OutOfMemoryError e) { // how the JDK says that the system gives no more threads
                int started = (int) threads.stream().filter(Thread::isAlive).count();
                stop.request();
                close();
                throw new RunAborted(
                        "only "
                                + started
                                + " of "
                                + workers
                                + " threads could be started; use fewer",
                        e);
            }
            stop.onRequest(pool::shutdownNow);
        }

        @Override
        public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
            Batch<I, R> batch = runner.begin(items);
            allSubmitted = false;
            for (int item = 0; item < batch.size() && !stop.requested(); item++) {
                submit(batch, item);
            }
            allSubmitted = true;
            try {
                batch.await();
                if (stop.requested()) {
                    close();
                }
            } catch (InterruptedException e) {
                stop.request();
                close();
                throw e;
            }
            return runner.outcomes(batch);
        }

        private void submit(Batch<I, R> batch, int item) {
            try {
                pool.execute(() -> PoolThread.current(this).perform(batch, item));
            } catch (RejectedExecutionException e) {
                if (!stop.requested()) { // a stop shuts the pool down at any moment
                    throw e;
                }
            }
        }

        /// Waits for the threads themselves: the pool calls itself terminated a moment before they
        /// have said goodbye.
        @Override
        public void close() {
            pool.shutdown();
            if (stop.requested()) {
                pool.shutdownNow();
            }
            Joining.all(threads, stop);
        }

        /// What a thread that has nothing to do waits for.
        Waiting waiting() {
            boolean nothingLeft = allSubmitted && pool.getQueue().isEmpty();
            return nothingLeft ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK;
        }
    }

    /// A thread of the pool with its lane and its worker. The pool's own loop (`loop`) takes tasks
    /// from the queue; before and after it there is room to make the worker and to say goodbye.
    private static final class PoolThread<I, D, R> extends Thread {

        private final PoolCrew<I, D, R> crew;
        private final Observer observer;
        private final int number;
        private LaneObserver lane = LaneObserver.NOBODY;
        private @Nullable Worker<D> worker;

        PoolThread(Runnable loop, int number, PoolCrew<I, D, R> crew, Observer observer) {
            super(loop, "fixed-pool-" + (number + 1));
            this.number = number;
            this.crew = crew;
            this.observer = observer;
            setDaemon(true);
        }

        @SuppressWarnings("unchecked") // only threads made by this crew take its tasks
        static <I, D, R> PoolThread<I, D, R> current(PoolCrew<I, D, R> crew) {
            var thread = (PoolThread<I, D, R>) Thread.currentThread();
            assert thread.crew == crew;
            return thread;
        }

        @Override
        public void run() {
            lane = observer.workerBegins(number);
            lane.waits(Waiting.STARTING);
            worker = crew.runner.newWorker();
            lane.waits(crew.waiting());
            super.run();
            lane.ends();
        }

        /// Does one item; afterwards says what the thread waits for.
        void perform(Batch<I, R> batch, int item) {
            if (worker != null) {
                crew.runner.perform(batch, item, worker, lane);
            }
            lane.waits(crew.waiting());
        }
    }
}
