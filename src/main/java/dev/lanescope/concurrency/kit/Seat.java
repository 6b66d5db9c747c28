package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Worker;

import org.jspecify.annotations.Nullable;

/// Where a thread does items: its lane, the worker it does them with, and the gate it must pass
/// before it computes. Made by [ItemRunner#seat] and used by one thread at a time.
///
/// @param <D> a draft
public final class Seat<D> {

    private final LaneObserver lane;
    private final Gate gate;
    @Nullable Worker<D> worker;
    final @Nullable Watch watch;

    Seat(LaneObserver lane, Gate gate, @Nullable Watchdog dog) {
        this.watch = dog == null ? null : new Watch(dog, lane);
        this.lane = watch == null ? lane : watch.lane();
        this.gate = gate;
    }

    /// What must be held to compute here.
    public Gate gate() {
        return gate;
    }

    /// What is to be done if the thread hangs in an item, by another thread: what it would have
    /// done next has to be done by others. Replaces what was said before.
    public void ifItHangs(Runnable takeOver) {
        ifItHangs(takeOver, () -> {});
    }

    /// The same.
    ///
    /// @param back is to be done if it comes back after all, by itself
    public void ifItHangs(Runnable takeOver, Runnable back) {
        if (watch != null) {
            watch.ifItHangs(takeOver, back);
        }
    }

    /// The thread waits for what others have: nothing of that time counts as its item's.
    public void pause() {
        if (watch != null) {
            watch.pause();
        }
    }

    /// The thread goes on with its item.
    public void resume() {
        if (watch != null) {
            watch.resume();
        }
    }

    /// The thread has come back from an item that was given up, but does nothing more.
    public void isLost() {
        if (watch != null) {
            watch.isLost();
        }
    }

    void enter() throws InterruptedException {
        if (watch == null || gate.equals(Gate.OPEN)) {
            gate.enter(lane);
            return;
        }
        watch.pause();
        try {
            gate.enter(lane);
        } finally {
            watch.resume();
        }
    }

    /// The lane, on which nobody else may speak.
    public LaneObserver lane() {
        return lane;
    }
}
