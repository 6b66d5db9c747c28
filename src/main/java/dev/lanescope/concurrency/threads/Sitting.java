package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Seat;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A pool's thread on its seat. While it has nothing to do, others may have it say anew what it
/// waits for; while it does something, nobody else speaks.
///
/// @param <D> a draft
final class Sitting<D> {

    private final Supplier<Waiting> waiting;
    private final ReentrantLock busy = new ReentrantLock();
    private @Nullable Thread thread;
    private @Nullable Seat<D> seat;

    /// @param waiting says what it waits for when it has nothing to do
    Sitting(Supplier<Waiting> waiting) {
        this.waiting = waiting;
    }

    /// The calling thread has begun its lane, and takes its seat.
    void begin(LaneObserver lane, Supplier<Seat<D>> seats) {
        lane.waits(Waiting.STARTING);
        Seat<D> mine = seats.get();
        busy.lock();
        try {
            thread = Thread.currentThread();
            seat = mine;
            mine.lane().waits(waiting.get());
        } finally {
            busy.unlock();
        }
    }

    /// Says anew what the thread waits for, if it has nothing to do. Called by any thread.
    void askAgain() {
        if (!busy.isHeldByCurrentThread() && busy.tryLock()) {
            try {
                if (seat != null && !Thread.currentThread().equals(thread)) {
                    seat.lane().waits(waiting.get());
                }
            } finally {
                busy.unlock();
            }
        }
    }

    /// Does a task on the calling thread's seat, and says what it waits for then. Does nothing if
    /// it has none.
    void perform(Consumer<Seat<D>> task) {
        busy.lock();
        try {
            Seat<D> mine = seat;
            if (mine != null) {
                task.accept(mine);
                mine.lane().waits(waiting.get());
            }
        } finally {
            busy.unlock();
        }
    }

    /// The calling thread leaves its seat, and its lane ends. Does nothing if it has none.
    void end() {
        busy.lock();
        try {
            if (seat != null) {
                seat.lane().ends();
                seat = null;
            }
        } finally {
            busy.unlock();
        }
    }
}
