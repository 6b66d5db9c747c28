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

    Seat(LaneObserver lane, Gate gate, @Nullable Watchdog dog, Team team) {
        this.watch = dog == null ? null : dog.watch(lane, team);
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
        if (watch != null) {
            watch.ifItHangs(takeOver);
        }
    }

    /// The lane, on which nobody else may speak.
    public LaneObserver lane() {
        return lane;
    }
}
