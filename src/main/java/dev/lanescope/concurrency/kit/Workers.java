package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.WorkerState;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Whose private state an item is done with: a seat's own, one made for the item, or one for all.
final class Workers<D> {

    private final Workload<?, D, ?> workload;
    private final WorkerState state;
    private final Consumer<RunAborted> abort;
    private final AtomicReference<@Nullable Worker<D>> common = new AtomicReference<>();

    /// @param abort ends the run where no worker can be made
    Workers(Workload<?, D, ?> workload, WorkerState state, Consumer<RunAborted> abort) {
        this.workload = workload;
        this.state = state;
        this.abort = abort;
    }

    /// Makes one on the calling thread, or aborts the run and answers null.
    @Nullable Worker<D> make() {
        try {
            return workload.newWorker();
        } catch (RunAborted e) {
            abort.accept(e);
        } catch (RuntimeException | Error e) {
            abort.accept(new RunAborted("no worker could be made: " + e, e));
        }
        return null;
    }

    /// The one for an item's next stage, made now if it must be.
    Worker<D> of(Seat<D> seat, Visit<D> visit) throws RunAborted {
        return switch (state) {
            case PER_WORKER -> made(seat.worker);
            case PER_PAGE -> {
                if (visit.worker == null) {
                    seat.lane().waits(Waiting.STARTING);
                    visit.worker = make();
                }
                yield made(visit.worker);
            }
            case SHARED -> { // behind the gate, so nobody else is here
                if (common.get() == null) {
                    seat.lane().waits(Waiting.STARTING);
                    common.set(make());
                }
                yield made(common.get());
            }
        };
    }

    private Worker<D> made(@Nullable Worker<D> worker) throws RunAborted {
        if (worker == null) {
            throw new RunAborted("no worker could be made", new IllegalStateException());
        }
        return worker;
    }

    /// An item that was given a worker of its own needs it no more.
    void retire(Visit<D> visit) {
        if (visit.worker != null) {
            visit.worker.retire();
            visit.worker = null;
        }
    }
}
