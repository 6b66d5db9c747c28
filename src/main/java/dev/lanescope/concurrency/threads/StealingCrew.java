package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Shares;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/// A fork/join pool of one run and its threads. Nobody joins a part: the batch knows when all items
/// are done, so the pool never adds threads to make up for waiting ones.
final class StealingCrew<I, D, R> implements Crew<I, R> {

    private final String name;
    private final ItemRunner<I, D, R> runner;
    private final Observer observer;
    private final List<StealingThread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final ForkJoinPool pool;
    private volatile @Nullable Batch<I, R> batch;

    StealingCrew(String name, int workers, ItemRunner<I, D, R> runner, Observer observer) {
        this.name = name;
        this.runner = runner;
        this.observer = observer;
        this.pool = new ForkJoinPool(workers, StealingThread::new, null, false);
        runner.stop().onRequest(pool::shutdownNow);
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> now = runner.begin(items);
        now.whenAllBegun(() -> threads.forEach(StealingThread::askAgain));
        batch = now;
        List<Shares.Share> shares =
                Shares.of(now, runner.workload(), runner.knobs().scheduling(), 1);
        try {
            if (!shares.isEmpty() && !runner.stop().requested()) {
                pool.execute(new Part(now, shares));
            }
            now.await();
            if (runner.stop().requested()) {
                close();
            }
        } catch (OutOfMemoryError e) {
            close();
            throw runner.noMoreThreads(e);
        } catch (RejectedExecutionException e) {
            if (!runner.stop().requested()) { // a stop shuts the pool down at any moment
                throw e;
            }
            close();
        } catch (InterruptedException e) {
            runner.stop().request();
            close();
            throw e;
        }
        return runner.outcomes(now);
    }

    @Override
    public void close() {
        pool.shutdownNow(); // or else the idle ones would wait for one that hangs
        runner.join(threads);
    }

    /// Some of the work, which splits itself.
    private final class Part extends RecursiveAction {

        private static final long serialVersionUID = 1;

        private final transient Batch<I, R> now;
        private final transient List<Shares.Share> shares;

        Part(Batch<I, R> now, List<Shares.Share> shares) {
            this.now = now;
            this.shares = shares;
        }

        @Override
        protected void compute() {
            List<Shares.Share> mine = shares;
            while (mine.size() > 1) { // the second half is put off, and may be stolen
                int middle = mine.size() / 2;
                try {
                    new Part(now, mine.subList(middle, mine.size())).fork();
                } catch (OutOfMemoryError e) { // it wanted a thread for it
                    var _ = runner.noMoreThreads(e);
                }
                mine = mine.subList(0, middle);
            }
            current().perform(now, new ConcurrentLinkedQueue<>(mine.getFirst().items()));
        }
    }

    @SuppressWarnings("unchecked") // only threads made by this crew compute its parts
    private StealingThread current() {
        return (StealingThread) Thread.currentThread();
    }

    private Waiting waiting() {
        Batch<I, R> now = batch;
        return now != null && now.nothingLeft() ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK;
    }

    /// A thread of the pool with its seat. The pool starts it when there is something to do.
    private final class StealingThread extends ForkJoinWorkerThread {

        private final Sitting<D> sitting = new Sitting<>(StealingCrew.this::waiting);

        StealingThread(ForkJoinPool pool) {
            super(null, pool, true);
            setDaemon(true);
            threads.add(this);
        }

        @Override
        protected void onStart() {
            super.onStart();
            int number = begun.getAndIncrement();
            setName(name + "-" + (number + 1));
            LaneObserver lane = observer.workerBegins(number);
            sitting.begin(lane, () -> runner.seat(lane));
        }

        void askAgain() {
            sitting.askAgain();
        }

        void perform(Batch<I, R> now, Queue<Integer> items) {
            sitting.perform(seat -> {
                seat.ifItHangs(() -> pool.execute(() -> current().perform(now, items)));
                Integer item = items.poll();
                while (item != null && !runner.stop().requested()) {
                    runner.perform(now, item, seat);
                    item = items.poll();
                }
            });
        }

        @Override
        protected void onTermination(@Nullable Throwable cause) {
            sitting.end();
            super.onTermination(cause);
        }
    }
}
