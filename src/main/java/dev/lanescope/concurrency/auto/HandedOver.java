package dev.lanescope.concurrency.auto;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.CommonPart;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A workload whose first worker was made already, by whoever did the first items. What it has
/// loaded and compiled goes on being used.
class HandedOver<I, D, R> implements Workload<I, D, R> {

    private final Workload<I, D, R> work;
    private final AtomicReference<@Nullable Worker<D>> spare = new AtomicReference<>();

    HandedOver(Workload<I, D, R> work) {
        this.work = work;
    }

    /// The workload for the first items; the worker made for it is kept for the others.
    Workload<I, D, R> first() {
        return new HandedOver<>(work) {
            @Override
            public Worker<D> newWorker() throws RunAborted {
                Worker<D> made = super.newWorker();
                HandedOver.this.spare.set(made);
                return made;
            }
        };
    }

    @Override
    public Worker<D> newWorker() throws RunAborted {
        Worker<D> ready = spare.getAndSet(null);
        return ready == null ? work.newWorker() : ready;
    }

    @Override
    public List<Stage> stages() {
        return work.stages();
    }

    @Override
    public int[] path(I item) {
        return work.path(item);
    }

    @Override
    public void transfer(int stage, D draft) throws Exception {
        work.transfer(stage, draft);
    }

    @Override
    public long weight(I item) {
        return work.weight(item);
    }

    @Override
    public D begin(I item) {
        return work.begin(item);
    }

    @Override
    public R finish(D draft) {
        return work.finish(draft);
    }

    @Override
    public ByteForm<I> itemForm() {
        return work.itemForm();
    }

    @Override
    public Optional<CommonPart<I, ?>> commonPart() {
        return work.commonPart();
    }

    @Override
    public ByteForm<R> resultForm() {
        return work.resultForm();
    }

    @Override
    public ByteForm<Throwable> failureForm() {
        return work.failureForm();
    }

    @Override
    public Recipe recipe() {
        return work.recipe();
    }
}
