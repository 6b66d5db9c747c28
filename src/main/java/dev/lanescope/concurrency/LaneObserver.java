package dev.lanescope.concurrency;

/// Watches one worker. Every call says what the worker does *from now on*, so that a lane has no
/// gaps: a state lasts until the next call. Calls come from one thread at a time.
public interface LaneObserver {

    /// From now on the worker is called this; before, like the thread on which its lane began.
    default void named(String name) {}

    /// From now on the calling thread is the worker, and the lane is called like it.
    default void handedOver() {}

    /// From now on the calling thread is the worker, until another one takes its turn. Its whole
    /// life is the lane's.
    default void takesTurn() {}

    /// The worker is this platform thread, on which others are mounted: they speak on its lane, and
    /// whatever it does is the lane's.
    default void carriedBy(long threadId) {}

    /// The worker is a thread of another process, of which the kernel may tell under these numbers.
    default void livesIn(long process, long thread) {}

    /// The next call tells of a moment that is past. Moments never go back: one that lies before
    /// what was said last counts as the same.
    ///
    /// @param nanos on the clock of [Observer#nanos]
    /// @param cpuNanos the CPU time that the worker had used by then, or -1 if nobody asked
    default void at(long nanos, long cpuNanos) {}

    /// The lane on which somebody else may say what that thread cannot say itself. Where several
    /// threads take turns at lanes, it is the one that the thread keeps at this moment.
    default LaneObserver of(Thread thread) {
        return this;
    }

    /// From now on the worker waits.
    void waits(Waiting what);

    /// From now on there is no worker: the process that it lived in has died or vanished.
    ///
    /// @param why how it ended, a sentence without its full stop
    default void gone(String why) {
        waits(Waiting.GONE);
    }

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
