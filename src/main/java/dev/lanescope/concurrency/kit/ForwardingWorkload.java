package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.CommonPart;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;

import java.util.List;
import java.util.Optional;

/// Leaves everything to another workload, for whoever wants to change some of it.
public abstract class ForwardingWorkload<I, D, R> implements Workload<I, D, R> {

    private final Workload<I, D, R> work;

    protected ForwardingWorkload(Workload<I, D, R> work) {
        this.work = work;
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
    public Worker<D> newWorker() throws RunAborted {
        return work.newWorker();
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
    public String name(I item) {
        return work.name(item);
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
