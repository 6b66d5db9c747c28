package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// One run's items and what became of them: what all models in the shared heap have in common. Any
/// number of workers may call [#perform] at once, each with its own [Worker] and lane.
///
/// The first [RunAborted] is kept and asks everybody to stop. An item that was under way when the
/// stop or an interrupt came counts as not done, even if being woken made it fail.
final class ItemRunner<I, D, R> {

    private final Workload<I, D, R> workload;
    private final List<I> items;
    private final StopSignal stop;
    private final int stages;
    private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;
    private final AtomicReference<@Nullable RunAborted> aborted = new AtomicReference<>();

    ItemRunner(Workload<I, D, R> workload, List<I> items, StopSignal stop) {
        this.workload = workload;
        this.items = items;
        this.stop = stop;
        this.stages = workload.stages().size();
        this.outcomes = new AtomicReferenceArray<>(items.size());
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

    /// Takes one item through all its stages, unless a stop comes between.
    void perform(int index, Worker<D> worker, LaneObserver lane) {
        int stage = 0;
        try {
            D draft = workload.begin(items.get(index));
            for (; stage < stages; stage++) {
                if (stop.requested()) {
                    return;
                }
                lane.works(index, stage);
                worker.step(stage, draft);
            }
            outcomes.set(index, new Outcome.Done<>(workload.finish(draft)));
            lane.done(index);
        } catch (RunAborted e) {
            abort(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable cause) {
            if (!stop.requested()) {
                int failedIn = Math.min(stage, stages - 1);
                outcomes.set(index, new Outcome.Failed<>(failedIn, cause));
                lane.failed(index, failedIn, cause);
            }
        }
    }

    private void abort(RunAborted cause) {
        aborted.compareAndSet(null, cause);
        stop.request();
    }

    /// What became of each item, in the order of the items.
    ///
    /// @throws RunAborted if a worker found that the run cannot go on
    List<Outcome<R>> outcomes() throws RunAborted {
        RunAborted cause = aborted.get();
        if (cause != null) {
            throw cause;
        }
        return IntStream.range(0, items.size()).mapToObj(this::outcome).toList();
    }

    private Outcome<R> outcome(int index) {
        Outcome<R> outcome = outcomes.get(index);
        return outcome != null ? outcome : new Outcome.NotDone<>();
    }
}
