package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.Gate;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Shares;
import dev.lanescope.concurrency.knobs.Writes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.IntFunction;

/// Fixed pools of the JDK and their threads: one pool with one queue for all threads, or a pool of
/// one thread for each queue if pages are dealt out. If writes come behind, a writer stands beside
/// them.
final class PoolCrew<I, D, R> implements Crew<I, R> {

    private final String name;
    private final ItemRunner<I, D, R> runner;
    private final Observer observer;
    private final IntFunction<Gate> gates;
    private final List<SeatedThread<D>> threads = new ArrayList<>();
    private final List<ThreadPoolExecutor> pools = new ArrayList<>();
    private final @Nullable WriteBehind<I, D, R> writer;
    private volatile boolean allSubmitted;

    private PoolCrew(
            String name,
            ItemRunner<I, D, R> runner,
            Observer observer,
            IntFunction<Gate> gates,
            int workers) {
        this.name = name;
        this.runner = runner;
        this.observer = observer;
        this.gates = gates;
        this.writer =
                runner.knobs().writes() == Writes.BEHIND
                        ? new WriteBehind<>(name + "-writer", workers, runner, observer)
                        : null;
    }

    /// @param name of the threads
    /// @param gates what they must hold to compute, by the thread's number from 0
    static <I, D, R> PoolCrew<I, D, R> start(
            String name,
            int workers,
            ItemRunner<I, D, R> runner,
            Observer observer,
            IntFunction<Gate> gates)
            throws RunAborted {
        var crew = new PoolCrew<>(name, runner, observer, gates, workers);
        int queues = Shares.queues(runner.knobs().scheduling(), workers);
        try {
            for (int queue = 0; queue < queues; queue++) {
                crew.startPool(workers / queues);
            }
            if (crew.writer != null) {
                crew.writer.start();
            }
        } catch (OutOfMemoryError e) { // how the JDK says that the system gives no more threads
            RunAborted cause = runner.noMoreThreads(e);
            crew.close();
            throw cause;
        }
        return crew;
    }

    private void startPool(int workers) {
        int queue = pools.size();
        var pool =
                (ThreadPoolExecutor)
                        Executors.newFixedThreadPool(workers, loop -> newThread(loop, queue));
        pools.add(pool);
        pool.prestartAllCoreThreads();
        runner.stop().onRequest(pool::shutdownNow);
    }

    private Thread newThread(Runnable loop, int queue) {
        int number = threads.size();
        var thread =
                new SeatedThread<D>(
                        loop,
                        name + "-" + (number + 1),
                        number,
                        observer,
                        lane -> runner.seat(lane, gates.apply(number)),
                        () -> waiting(queue));
        threads.add(thread);
        return thread;
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> now = runner.begin(items);
        if (writer != null) {
            writer.expect(now);
        }
        allSubmitted = false;
        for (Shares.Share share :
                Shares.of(now, runner.workload(), runner.knobs().scheduling(), pools.size())) {
            if (runner.stop().requested()) {
                break;
            }
            Queue<Integer> taken = new ConcurrentLinkedQueue<>(share.items());
            submit(share.queue(), () -> perform(now, taken));
        }
        allSubmitted = true;
        for (int queue = 0; pools.size() > 1 && queue < pools.size(); queue++) {
            if (runner.hangs(threads.get(queue))) { // maybe since an earlier batch
                takeOver(queue, () -> {});
            }
        }
        try {
            now.await();
            if (runner.stop().requested()) {
                close();
            }
        } catch (InterruptedException e) {
            runner.stop().request();
            close();
            throw e;
        }
        return runner.outcomes(now);
    }

    private void submit(int queue, Runnable task) {
        try {
            pools.get(queue).execute(task);
        } catch (RejectedExecutionException e) {
            if (!pools.get(queue).isShutdown()) { // as a stop does at any moment
                throw e;
            }
        }
    }

    /// Does items that were taken at once; those that are left if the thread hangs are done by
    /// others. On a thread of the crew.
    private void perform(Batch<I, R> now, Queue<Integer> items) {
        SeatedThread<D> thread = SeatedThread.current();
        thread.perform(seat -> {
            seat.ifItHangs(() -> takeOver(thread.number(), () -> perform(now, items)));
            Integer item = items.poll();
            while (item != null && !runner.stop().requested()) {
                if (writer == null) {
                    runner.perform(now, item, seat);
                } else {
                    writer.perform(now, item, seat);
                }
                item = items.poll();
            }
        });
    }

    /// Has the other threads do what one that hangs has taken, and what was dealt out to it.
    private void takeOver(int thread, Runnable taken) {
        if (pools.size() == 1) {
            submit(0, taken);
            return;
        }
        BlockingQueue<Runnable> dealt = pools.get(thread).getQueue();
        for (int other = 0; other < pools.size(); other++) {
            if (other != thread) {
                submit(
                        other,
                        () -> {
                            taken.run();
                            Runnable task = dealt.poll();
                            while (task != null) {
                                task.run();
                                task = dealt.poll();
                            }
                        });
            }
        }
    }

    /// Waits for the threads themselves: a pool calls itself terminated a moment before they have
    /// said goodbye.
    @Override
    public void close() {
        for (ThreadPoolExecutor pool : pools) {
            pool.shutdown();
            if (runner.stop().requested()) {
                pool.shutdownNow();
            }
        }
        List<Thread> all = new ArrayList<>(threads);
        if (writer != null) {
            writer.end();
            all.add(writer.thread());
        }
        runner.join(all);
    }

    /// What a thread that has nothing to do waits for.
    private Waiting waiting(int queue) {
        boolean nothingLeft = allSubmitted && pools.get(queue).getQueue().isEmpty();
        return nothingLeft ? Waiting.NOTHING_LEFT : Waiting.FOR_WORK;
    }
}
