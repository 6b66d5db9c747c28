package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;

import java.util.function.Consumer;

/// A platform thread with a lane of its own, which it begins when it starts.
final class LaneThread extends Thread {

    private final int number;
    private final Observer observer;
    private final Consumer<LaneObserver> life;
    private volatile LaneObserver lane = LaneObserver.NOBODY;

    /// @param life what it does; to say that the lane ends is its part
    LaneThread(String name, int number, Observer observer, Consumer<LaneObserver> life) {
        super(name);
        this.number = number;
        this.observer = observer;
        this.life = life;
        setDaemon(true);
    }

    /// The lane, once it has started.
    LaneObserver lane() {
        return lane;
    }

    @Override
    public void run() {
        lane = observer.workerBegins(number);
        life.accept(lane);
    }
}
