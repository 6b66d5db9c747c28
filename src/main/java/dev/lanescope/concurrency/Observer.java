package dev.lanescope.concurrency;

/// Whom a model tells what its workers do. Models know nothing of clocks and traces; they report
/// what happens at the moment it happens, and cost nothing when nobody watches.
public interface Observer {

    /// A worker begins. Called on the thread whose lane it is, or on the thread that keeps the
    /// worker's books where the worker lives elsewhere.
    ///
    /// @param lane from 0 to workers - 1; each is begun at most once in a run
    LaneObserver workerBegins(int lane);

    /// Watches nothing.
    Observer NOBODY = _ -> LaneObserver.NOBODY;
}
