package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Seat;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A thread of one of the JDK's pools with a lane and a seat. The pool's own loop takes tasks from
/// the queue; before and after it there is room to make the worker and to say goodbye.
///
/// @param <D> a draft
final class SeatedThread<D> extends Thread {

    private final Runnable loop;
    private final int number;
    private final Observer observer;
    private final Function<LaneObserver, Seat<D>> seats;
    private final Sitting<D> sitting;

    /// @param number of its lane
    /// @param seats makes its seat
    /// @param waiting says what it waits for when it has nothing to do
    SeatedThread(
            Runnable loop,
            String name,
            int number,
            Observer observer,
            Function<LaneObserver, Seat<D>> seats,
            Supplier<Waiting> waiting) {
        super(name);
        this.loop = loop;
        this.number = number;
        this.observer = observer;
        this.seats = seats;
        this.sitting = new Sitting<>(waiting);
        setDaemon(true);
    }

    /// The calling thread.
    @SuppressWarnings("unchecked") // a pool's tasks are done by threads made for it
    static <D> SeatedThread<D> current() {
        return (SeatedThread<D>) Thread.currentThread();
    }

    /// The number of its lane.
    int number() {
        return number;
    }

    @Override
    public void run() {
        LaneObserver lane = observer.workerBegins(number);
        sitting.begin(lane, () -> seats.apply(lane));
        loop.run();
        sitting.end();
    }

    /// See [Sitting#askAgain].
    void askAgain() {
        sitting.askAgain();
    }

    /// See [Sitting#perform].
    void perform(Consumer<Seat<D>> task) {
        sitting.perform(task);
    }
}
