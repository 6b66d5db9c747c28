package dev.lanescope.analysis;

import dev.lanescope.trace.JvmEvent;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// When something was going on: stretches of time in their order, none of which touches another.
/// Asked how much of any window they cover, which takes logarithmic time however many there are.
public final class Intervals {

    private final long[] starts;
    private final long[] ends;

    /// How long all intervals before this one are together.
    private final long[] before;

    private Intervals(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.before = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            before[i + 1] = before[i] + ends[i] - starts[i];
        }
    }

    /// When at least one of these events was going on. Those that overlap or touch become one;
    /// those that take no time are none.
    public static Intervals of(List<JvmEvent> events, Predicate<JvmEvent> which) {
        List<JvmEvent> chosen =
                events.stream()
                        .filter(which.and(event -> event.nanos() > 0))
                        .sorted((one, other) -> Long.compare(one.startNanos(), other.startNanos()))
                        .toList();
        long[] starts = new long[chosen.size()];
        long[] ends = new long[chosen.size()];
        int size = 0;
        for (JvmEvent event : chosen) {
            if (size > 0 && event.startNanos() <= ends[size - 1]) {
                ends[size - 1] = Math.max(ends[size - 1], event.endNanos());
            } else {
                starts[size] = event.startNanos();
                ends[size] = event.endNanos();
                size++;
            }
        }
        return new Intervals(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }

    /// When the world was stopped: collections and other safepoints.
    public static Intervals ofStops(List<JvmEvent> events) {
        return of(events, event -> event.kind().stopsTheWorld());
    }

    public int size() {
        return starts.length;
    }

    public boolean isEmpty() {
        return starts.length == 0;
    }

    public long start(int index) {
        return starts[index];
    }

    public long end(int index) {
        return ends[index];
    }

    /// All of them together.
    public long nanos() {
        return before[starts.length];
    }

    /// How much of a window they cover.
    ///
    /// @param to not before `from`
    public long nanosWithin(long from, long to) {
        return nanosBefore(to) - nanosBefore(from);
    }

    private long nanosBefore(long moment) {
        int next = firstEndingAfter(moment);
        return next == starts.length
                ? before[next]
                : before[next] + Math.max(0, moment - starts[next]);
    }

    /// The first one that is not over at a moment; [#size] if all are.
    public int firstEndingAfter(long moment) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
