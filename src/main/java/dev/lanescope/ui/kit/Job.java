package dev.lanescope.ui.kit;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A piece of work that a [Background] runs: running, then either delivered or cancelled.
public final class Job {

    private enum State {
        RUNNING,
        DELIVERED,
        CANCELLED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final Set<Job> open;
    private final Thread worker;

    Job(String name, Set<Job> open, Consumer<Job> work) {
        this.open = open;
        this.worker = Thread.ofPlatform().daemon().name(name).unstarted(() -> work.accept(this));
    }

    void start() {
        worker.start();
    }

    void deliver(Runnable receiver) {
        FxThread.later(() -> {
            if (state.compareAndSet(State.RUNNING, State.DELIVERED)) {
                open.remove(this);
                receiver.run();
            }
        });
    }

    /// Gives the work up: no receiver is called any more, from this very moment when called on the
    /// FX thread, and the worker's thread is interrupted. Does nothing after delivery.
    public void cancel() {
        if (state.compareAndSet(State.RUNNING, State.CANCELLED)) {
            open.remove(this);
            worker.interrupt();
        }
    }

    public boolean isRunning() {
        return state.get() == State.RUNNING;
    }

    public boolean isCancelled() {
        return state.get() == State.CANCELLED;
    }
}
