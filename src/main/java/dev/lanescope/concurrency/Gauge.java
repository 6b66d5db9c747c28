package dev.lanescope.concurrency;

/// Something that is counted beside the lanes while a run goes on: pages in a queue, threads that
/// want a lock. May be set by any thread.
public interface Gauge {

    /// From now on it stands at this.
    void set(long value);

    /// Watches nothing.
    Gauge NOBODY = _ -> {};
}
