package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// How the workers of one crew do items: what all models in the shared heap have in common. Any
/// number of workers may call [#perform] at once, each with its own [Worker] and lane.
///
/// The first [RunAborted] is kept and asks everybody to stop. An item that was under way when the
/// stop or an interrupt came counts as not done, even if being woken made it fail.
final class ItemRunner<I, D, R> {

    private final Workload<I, D, R> workload;
    private final StopSignal stop;
    private final AtomicReference<@Nullable RunAborted> aborted = new AtomicReference<>();
    private int begun;

    ItemRunner(Workload<I, D, R> workload, StopSignal stop) {
        this.workload = workload;
        this.stop = stop;
    }

    /// The next batch of the run. Called by one thread at a time.
    Batch<I, R> begin(List<I> items) {
        var batch = new Batch<I, R>(items, begun, stop);
        begun += items.size();
        return batch;
    }

    /// Makes a worker on the calling thread, or aborts the run and answers null.
    @Nullable Worker<D> newWorker() {
        try {
            return workload.newWorker();
        } catch (RunAborted e) {
            abort(e);
        } catch (RuntimeException | Error e) {
            abort(new RunAborted("no worker could be made: " + e, e));
        }
        return null;
    }

    /// Takes one item through its stages, unless a stop comes between.
    void perform(Batch<I, R> batch, int index, Worker<D> worker, LaneObserver lane) {
        int number = batch.number(index);
        I item = batch.item(index);
        int[] path = workload.path(item);
        int at = 0;
        try {
            D draft = workload.begin(item);
            for (; at < path.length; at++) {
                if (stop.requested()) {
                    return;
                }
                lane.works(number, path[at]);
                worker.step(path[at], draft);
            }
            batch.set(index, new Outcome.Done<>(workload.finish(draft)));
            lane.done(number);
        } catch (RunAborted e) {
            abort(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable cause) {
            if (!stop.requested()) {
                int failedIn = path[Math.min(at, path.length - 1)];
                batch.set(index, new Outcome.Failed<>(failedIn, cause));
                lane.failed(number, failedIn, cause);
            }
        } finally {
            batch.oneLess();
        }
    }

    private void abort(RunAborted cause) {
        aborted.compareAndSet(null, cause);
        stop.request();
    }

    /// What became of a batch.
    ///
    /// @throws RunAborted if a worker found that the run cannot go on
    List<Outcome<R>> outcomes(Batch<I, R> batch) throws RunAborted {
        RunAborted cause = aborted.get();
        if (cause != null) {
            throw cause;
        }
        return batch.outcomes();
    }
}
