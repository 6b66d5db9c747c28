package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.kit.ForwardingWorkload;

import java.util.Arrays;
import java.util.List;

/// Work without its stages that write: done only so that the JVM sees which classes and methods it
/// takes.
final class Rehearsal<I, D, R> extends ForwardingWorkload<I, D, R> {

    /// @param work the real work
    Rehearsal(Workload<I, D, R> work) {
        super(work);
    }

    @Override
    public int[] path(I item) {
        List<Stage> stages = stages();
        return Arrays.stream(super.path(item))
                .filter(stage -> stages.get(stage).kind() != Stage.Kind.OUTPUT)
                .toArray();
    }
}
