package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One worker does one item after the other, on the calling thread. Every speed-up is measured
/// against it.
final class Sequential implements ConcurrencyModel {

    @Override
    public String id() {
        return "sequential";
    }

    @Override
    public String title() {
        return "Sequential";
    }

    @Override
    public String whenToUse() {
        return "As the baseline of every comparison, and for work too small to share.";
    }

    @Override
    public String itsCatch() {
        return "All cores but one are idle.";
    }

    @Override
    public WorkerRange workers() {
        return WorkerRange.exactly(1, "one thread does one page after the other");
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, int workers, Observer observer, StopSignal stop) {
        return new One<>(new ItemRunner<>(workload, stop), observer.workerBegins(0), stop);
    }

    /// The calling thread as a crew of one.
    private static final class One<I, D, R> implements Crew<I, R> {

        private final ItemRunner<I, D, R> runner;
        private final LaneObserver lane;
        private final StopSignal stop;
        private final @Nullable Worker<D> worker;

        One(ItemRunner<I, D, R> runner, LaneObserver lane, StopSignal stop) {
            this.runner = runner;
            this.lane = lane;
            this.stop = stop;
            lane.waits(Waiting.STARTING);
            worker = runner.newWorker();
        }

        @Override
        public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
            Batch<I, R> batch = runner.begin(items);
            for (int item = 0; worker != null && item < batch.size() && !stop.requested(); item++) {
                runner.perform(batch, item, worker, lane);
                if (Thread.currentThread().isInterrupted()) {
                    stop.request();
                    throw new InterruptedException("interrupted at item " + item);
                }
            }
            lane.waits(Waiting.NOTHING_LEFT);
            return runner.outcomes(batch);
        }

        @Override
        public void close() {
            lane.ends();
        }
    }
}
