package dev.lanescope.trace;

/// Names of counters that mean something to those who read traces.
public final class CounterNames {

    private CounterNames() {}

    /// How many nanoseconds the thread of a lane has been ready to run while others had the
    /// processors, since it began.
    ///
    /// @param lane from 0
    public static String runQueue(int lane) {
        return "run queue ns, lane " + (lane + 1);
    }
}
