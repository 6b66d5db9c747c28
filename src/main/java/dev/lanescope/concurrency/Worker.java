package dev.lanescope.concurrency;

/// The private state of one worker, and what it can do with it. Never used by two threads at once.
public interface Worker<D> {

    /// Takes a draft through a stage that computes; for the others see [Workload#transfer].
    ///
    /// @param stage index into [Workload#stages]
    /// @throws RunAborted if it makes no sense to go on with the run (the disk is full)
    /// @throws Exception if this item fails; its neighbours do not care
    void step(int stage, D draft) throws Exception;

    /// Does the work of the stage that comes next and throws the result away, to make an item
    /// heavier. Does nothing where a stage cannot be repeated.
    default void rehearse(int stage, D draft) throws Exception {}

    /// Nobody uses this worker any more, and what it has may go to the next one. Said only of
    /// workers that are made for one item.
    default void retire() {}
}
