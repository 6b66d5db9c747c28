package dev.lanescope.trace;

import java.util.Arrays;

/// A number that changes while a run goes on, such as the length of a queue: an append-only list of
/// moments and the values from then on. Written by any thread, read through a [CounterView].
public final class Counter {

    /// For so many readings there is room from the beginning.
    static final int LEAST_ROOM = 64;

    private final String name;
    private long[] nanos = new long[LEAST_ROOM];
    private long[] values = new long[LEAST_ROOM];
    private int size;

    public Counter(String name) {
        this.name = name;
    }

    /// From this moment on it stands at this value. A moment before the last one counts as the
    /// same, for threads may come here in another order than they read the clock.
    public synchronized void append(long atNanos, long value) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        nanos[size] = size == 0 ? atNanos : Math.max(atNanos, nanos[size - 1]);
        values[size] = value;
        size++;
    }

    /// What stands in it now. Shares the storage, which is never changed below its size.
    synchronized CounterView view() {
        return new CounterView(name, nanos, values, size);
    }
}
