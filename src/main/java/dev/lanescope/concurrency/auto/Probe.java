package dev.lanescope.concurrency.auto;

/// What the first items took, done one after the other by one thread.
///
/// @param items how many there were
/// @param weight what they weighed together
/// @param wallNanos how long they took
/// @param cpuNanos how much of that the thread had a core; -1 if nobody can tell
/// @param waitedNanos how much of it the thread waited for the outside world; the rest of the time
///   without a core was somebody else's doing
record Probe(int items, long weight, long wallNanos, long cpuNanos, long waitedNanos) {

    static final Probe NOTHING = new Probe(0, 0, 0, 0, 0);

    Probe plus(Probe other) {
        boolean known = cpuNanos >= 0 && other.cpuNanos >= 0;
        return new Probe(
                items + other.items,
                weight + other.weight,
                wallNanos + other.wallNanos,
                known ? cpuNanos + other.cpuNanos : -1,
                waitedNanos + other.waitedNanos);
    }

    /// How much of its own time an item computes, from 0 to 1. Where nobody can tell, all of it:
    /// then no more threads are made than there are cores.
    double cpuShare() {
        return cpuNanos < 0 || cpuNanos + waitedNanos == 0
                ? 1
                : (double) cpuNanos / (cpuNanos + waitedNanos);
    }

    /// How long so much more work would take, at the same pace.
    long nanosFor(long moreWeight) {
        return Math.round((double) wallNanos * moreWeight / Math.max(1, weight));
    }
}
