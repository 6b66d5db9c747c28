package dev.lanescope.trace;

/// Names of counters that mean something to those who read traces.
public final class CounterNames {

    /// How the name of a counter ends that was told with fractions, and counts thousandths.
    public static final String IN_THOUSANDTHS = " (thousandths)";

    private static final String RUN_QUEUE = "run queue ns, lane ";

    /// How many nanoseconds virtual threads have waited while they were pinned to their carriers,
    /// together, told at the end of each such wait.
    public static final String PINNED = "pinned ns";

    private CounterNames() {}

    /// How many nanoseconds the thread of a lane has been ready to run while others had the
    /// processors, since it began.
    ///
    /// @param lane from 0
    public static String runQueue(int lane) {
        return RUN_QUEUE + (lane + 1);
    }

    /// Whether a counter is one of these: a sum that only grows, and no picture of anything.
    public static boolean isSum(String name) {
        return name.startsWith(RUN_QUEUE) || name.equals(PINNED);
    }
}
