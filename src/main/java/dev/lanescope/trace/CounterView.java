package dev.lanescope.trace;

/// What stood in a [Counter] at one moment. Never changes.
public final class CounterView {

    /// How the names of counters end whose values are thousandths: those of other tools' traces can
    /// have fractions.
    public static final String THOUSANDTHS = " (thousandths)";

    private static final long UNKNOWN = -1;

    private final String name;
    private final long[] nanos;
    private final long[] values;
    private final int size;
    private long most = UNKNOWN;

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
        return name.endsWith(THOUSANDTHS);
    }

    /// Its name without the unit in which it is kept.
    public String plainName() {
        return isInThousandths() ? name.substring(0, name.length() - THOUSANDTHS.length()) : name;
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

    /// The highest it ever stood at; 0 if it was never set above. Looked for once.
    public long most() {
        if (most == UNKNOWN) {
            long found = 0;
            for (int i = 0; i < size; i++) {
                found = Math.max(found, values[i]);
            }
            most = found;
        }
        return most;
    }
}
