package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;

/// What a thread must hold to compute. Each thread has entered it or not; entering twice is
/// entering once.
public interface Gate {

    /// Returns when the calling thread may compute. Tells the lane if that has to be waited for.
    void enter(LaneObserver lane) throws InterruptedException;

    /// The calling thread does not compute for now: it reads, writes, or has nothing to do. Leaving
    /// without having entered does nothing.
    void leave();

    /// Lets everybody in at once.
    Gate OPEN =
            new Gate() {
                @Override
                public void enter(LaneObserver lane) {}

                @Override
                public void leave() {}
            };
}
