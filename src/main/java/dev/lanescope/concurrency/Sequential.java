package dev.lanescope.concurrency;

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
    public <I, D, R> List<Outcome<R>> run(
            Workload<I, D, R> workload,
            List<I> items,
            int workers,
            Observer observer,
            StopSignal stop)
            throws RunAborted, InterruptedException {
        var runner = new ItemRunner<>(workload, items, stop);
        LaneObserver lane = observer.workerBegins(0);
        lane.waits(Waiting.STARTING);
        Worker<D> worker = runner.newWorker();
        if (worker != null) {
            for (int item = 0; item < items.size() && !stop.requested(); item++) {
                runner.perform(item, worker, lane);
                if (Thread.currentThread().isInterrupted()) {
                    lane.ends();
                    throw new InterruptedException("interrupted at item " + item);
                }
            }
        }
        lane.ends();
        return runner.outcomes();
    }
}
