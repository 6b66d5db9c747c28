package dev.lanescope.concurrency;

/// Watches one worker. Every call says what the worker does *from now on*, so that a lane has no
/// gaps: a state lasts until the next call. Calls come from one thread at a time.
public interface LaneObserver {

    /// From now on the worker waits.
    void waits(Waiting what);

    /// From now on the worker takes an item through a stage.
    ///
    /// @param item index of the item in the run
    /// @param stage index into [Workload#stages]
    void works(int item, int stage);

    /// The item has passed the last stage of its path.
    void done(int item);

    /// The item will not come out.
    void failed(int item, int stage, Throwable cause);

    /// The worker is gone; nothing is said after this.
    void ends();

    LaneObserver NOBODY =
            new LaneObserver() {
                @Override
                public void waits(Waiting what) {}

                @Override
                public void works(int item, int stage) {}

                @Override
                public void done(int item) {}

                @Override
                public void failed(int item, int stage, Throwable cause) {}

                @Override
                public void ends() {}
            };
}
