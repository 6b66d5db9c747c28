package dev.lanescope.concurrency;

/// Whom a model tells what its workers do. Models know nothing of clocks and traces; they report
/// what happens at the moment it happens, and cost nothing when nobody watches.
public interface Observer {

    /// A worker begins. Called on the thread whose lane it is, or on the thread that keeps the
    /// worker's books where the worker lives elsewhere.
    ///
    /// @param lane from 0, in the order in which they shall be shown; each is begun at most once in
    ///   a run
    LaneObserver workerBegins(int lane);

    /// A worker begins that is no single thread: several take turns at it, or it lives elsewhere.
    ///
    /// @param lane as above
    /// @param name what people call it
    default LaneObserver workerBegins(int lane, String name) {
        return workerBegins(lane);
    }

    /// Begins something that is counted beside the lanes.
    ///
    /// @param name what people call it, such as `waiting for parse`
    default Gauge gauge(String name) {
        return Gauge.NOBODY;
    }

    /// What the clock of this observer says now, in nanoseconds since some fixed moment: for
    /// whoever tells later, by [LaneObserver#at], what happened where no observer can be called.
    default long nanos() {
        return 0;
    }

    /// Says something that people should know about the run, such as why a model decided as it did.
    ///
    /// @param sentence a whole one
    default void remarks(String sentence) {}

    /// Says something that is kept with the run for whoever asks, but that nobody has to read.
    ///
    /// @param name of what is known, such as `Clock of process 1`
    /// @param value what is known of it
    default void knows(String name, String value) {}

    /// Watches nothing. No constant: the JVM's archives keep no lambda of a type that has any, and
    /// each cold run would make its class anew.
    static Observer nobody() {
        return _ -> LaneObserver.NOBODY;
    }
}
