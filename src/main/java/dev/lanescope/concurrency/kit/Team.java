package dev.lanescope.concurrency.kit;

/// Threads that can do each other's work. While one of them does not hang, the others' work goes
/// on.
public final class Team {

    private final int size;
    private int hanging;
    private int comebacks;

    /// @param size how many threads it has
    public Team(int size) {
        this.size = size;
    }

    public int size() {
        return size;
    }

    /// One more hangs; answers whether nobody is left.
    synchronized boolean oneHangs() {
        hanging++;
        return hanging == size;
    }

    synchronized void oneCameBack() {
        hanging--;
        comebacks++;
    }

    /// How often a thread that hung has come back.
    synchronized int comebacks() {
        return comebacks;
    }
}
