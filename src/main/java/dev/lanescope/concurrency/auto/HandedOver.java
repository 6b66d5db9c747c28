package dev.lanescope.concurrency.auto;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.ForwardingWorkload;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/// A workload whose first worker was made already, by whoever did the first items. What it has
/// loaded and compiled goes on being used.
final class HandedOver<I, D, R> extends ForwardingWorkload<I, D, R> {

    private final Workload<I, D, R> work;
    private final AtomicReference<@Nullable Worker<D>> spare = new AtomicReference<>();

    HandedOver(Workload<I, D, R> work) {
        super(work);
        this.work = work;
    }

    /// The workload for the first items; the worker made for it is kept for the others.
    Workload<I, D, R> first() {
        return new ForwardingWorkload<>(work) {
            @Override
            public Worker<D> newWorker() throws RunAborted {
                Worker<D> made = super.newWorker();
                spare.set(made);
                return made;
            }
        };
    }

    /// Whoever did the first items hangs, and keeps the worker.
    void forget() {
        spare.set(null);
    }

    @Override
    public Worker<D> newWorker() throws RunAborted {
        Worker<D> ready = spare.getAndSet(null);
        return ready == null ? super.newWorker() : ready;
    }
}
