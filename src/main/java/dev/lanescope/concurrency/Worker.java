package dev.lanescope.concurrency;

/// The private state of one worker, and what it can do with it. Never used by two threads at once,
/// and always on a thread of its own model's choosing.
public interface Worker<D> {

    /// Takes a draft through one stage.
    ///
    /// @param stage index into [Workload#stages]
    /// @throws RunAborted if it makes no sense to go on with the run (the disk is full)
    /// @throws Exception if this item fails; its neighbours do not care
    void step(int stage, D draft) throws Exception;
}
