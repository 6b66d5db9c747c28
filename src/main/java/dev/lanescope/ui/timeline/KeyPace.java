package dev.lanescope.ui.timeline;

/// How far one press of a key goes: one step for a single press, more and more while it is held,
/// unless motion is reduced.
final class KeyPace {

    /// Presses that follow each other within this time come from a key that is held.
    private static final long HELD_NANOS = 150_000_000;

    private static final double MOST = 4;

    private long lastNanos;
    private int lastKey;
    private double pace = 1;
    private boolean steady;

    /// Whether every press goes one step only.
    void setSteady(boolean steady) {
        this.steady = steady;
    }

    /// @param key tells the keys apart
    double press(int key) {
        long now = System.nanoTime();
        boolean held = !steady && key == lastKey && now - lastNanos < HELD_NANOS;
        pace = held ? Math.min(MOST, pace * 1.15) : 1;
        lastNanos = now;
        lastKey = key;
        return pace;
    }
}
