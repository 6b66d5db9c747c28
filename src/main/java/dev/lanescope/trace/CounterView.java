package dev.lanescope.trace;

/// What stood in a [Counter] at one moment. Never changes.
public final class CounterView {

    private final String name;
    private final long[] nanos;
    private final long[] values;
    private final int size;
    private long most;
    private long least;
    private boolean looked;

    CounterView(String name, long[] nanos, long[] values, int size) {
        this.name = name;
        this.nanos = nanos;
        this.values = values;
        this.size = size;
    }

    public String name() {
        return name;
    }

    /// How often it was set.
    public int size() {
        return size;
    }

    /// When it was set.
    public long nanos(int index) {
        return nanos[index];
    }

    /// To what it was set.
    public long value(int index) {
        return values[index];
    }

    /// Where it stood at a moment; 0 before it was first set. Logarithmic.
    public long valueAt(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : values[low - 1];
    }

    /// The highest it ever stood at; 0 if it was never set above.
    public long most() {
        look();
        return most;
    }

    /// The lowest it ever stood at; 0 if it was never set below.
    public long least() {
        look();
        return least;
    }

    /// Through all values, once.
    private void look() {
        if (!looked) {
            long highest = 0;
            long lowest = 0;
            for (int i = 0; i < size; i++) {
                highest = Math.max(highest, values[i]);
                lowest = Math.min(lowest, values[i]);
            }
            most = highest;
            least = lowest;
            looked = true;
        }
    }
}
