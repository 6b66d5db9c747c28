package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;

import java.util.Arrays;
import java.util.List;

/// Work without its stages that write: done only so that the JVM sees which classes and methods it
/// takes.
///
/// @param work the real work
record Rehearsal<I, D, R>(Workload<I, D, R> work) implements Workload<I, D, R> {

    @Override
    public int[] path(I item) {
        List<Stage> stages = stages();
        return Arrays.stream(work.path(item))
                .filter(stage -> stages.get(stage).kind() != Stage.Kind.OUTPUT)
                .toArray();
    }

    @Override
    public List<Stage> stages() {
        return work.stages();
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
