package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

/// What stood in a [Counter] at one moment. Never changes.
public final class CounterView {

    private final String name;
    private final long[] nanos;
    private final long[] values;
    private final int size;
    private @Nullable Bounds bounds;

    CounterView(String name, long[] nanos, long[] values, int size) {
        this.name = name;
        this.nanos = nanos;
        this.values = values;
        this.size = size;
    }

    public String name() {
        return name;
    }

    public boolean isInThousandths() {
        return name.endsWith(CounterNames.IN_THOUSANDTHS);
    }

    /// Its name without the unit in which it is kept.
    public String plainName() {
        return isInThousandths()
                ? name.substring(0, name.length() - CounterNames.IN_THOUSANDTHS.length())
                : name;
    }

    /// To what it was set, in the unit of the tool that recorded it.
    public double plainValue(int index) {
        return isInThousandths() ? values[index] / 1_000.0 : values[index];
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
        int readings = countUpTo(moment);
        return readings == 0 ? 0 : values[readings - 1];
    }

    /// How often it had been set by a moment. Logarithmic.
    public int countUpTo(long moment) {
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
        return low;
    }

    /// The highest it ever stood at; 0 if it was never set above.
    public long most() {
        return bounds().most();
    }

    /// The lowest it ever stood at; 0 if it was never set below.
    public long least() {
        return bounds().least();
    }

    /// Looks through all values the first time; threads that ask at once find the same.
    private Bounds bounds() {
        Bounds known = bounds;
        if (known == null) {
            known = Bounds.of(values, size);
            bounds = known;
        }
        return known;
    }

    private record Bounds(long least, long most) {

        static Bounds of(long[] values, int size) {
            long least = 0;
            long most = 0;
            for (int i = 0; i < size; i++) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
            return new Bounds(least, most);
        }
    }
}
