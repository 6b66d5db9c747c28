package dev.lanescope.analysis.replay;

/// How a replay carries out the tasks of a run.
///
/// @param workers at least one
/// @param atOnce how many tasks a worker takes from the queue at once, at least one
/// @param withLock whether what was computed waits for the lock that the run had, if it had one
public record Setting(int workers, Order order, int atOnce, boolean withLock) {

    public Setting {
        if (workers < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "a replay with " + workers + " workers that take " + atOnce + " tasks at once");
        }
    }
}
