package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Refusal;

import java.util.Arrays;

/// A growing list of slices, 20 bytes each: from when to when what was going on. Moments are
/// nanoseconds on the clock of the tool that wrote the file.
///
/// A *soft* slice is known to have begun, but not when it ended: it gives way to whatever begins
/// after it, and ends with what it lies in.
final class Slices {

    static final int BYTES_EACH = 20;

    private static final int FIRST = 16;

    private final Allowance allowance;
    private long[] starts = new long[FIRST];
    private long[] ends = new long[FIRST];
    private int[] names = new int[FIRST];
    private int size;

    Slices(Allowance allowance) throws Refusal {
        this.allowance = allowance;
        allowance.spend(100 + (long) FIRST * BYTES_EACH);
    }

    void add(long start, long end, int name, boolean soft) throws Refusal {
        if (size == starts.length) {
            int more = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 16L));
            if (more == size) {
                throw new Refusal("holds more slices on one thread than can be shown");
            }
            allowance.spend((long) (more - size) * BYTES_EACH);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            names = Arrays.copyOf(names, more);
        }
        starts[size] = start;
        ends[size] = end;
        names[size] = soft ? ~name : name;
        size++;
    }

    /// Tells when a slice ended that was added when it began.
    void end(int index, long end) {
        ends[index] = end;
    }

    int size() {
        return size;
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    int name(int index) {
        return names[index] < 0 ? ~names[index] : names[index];
    }

    boolean isSoft(int index) {
        return names[index] < 0;
    }

    /// The order in which they begin; of those that begin together the longest comes first, and
    /// then the one that was added first. Most files are nearly in that order, which costs little.
    int[] order() throws Refusal {
        allowance.spend(8L * size);
        int[] order = new int[size];
        Arrays.setAll(order, index -> index);
        if (!isOrdered(order, 0, size)) {
            sort(order, order.clone(), 0, size);
        }
        allowance.release(8L * size);
        return order;
    }

    private boolean isOrdered(int[] order, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (isBefore(order[at], order[at - 1])) {
                return false;
            }
        }
        return true;
    }

    /// Merges halves of `source` into `target`; both hold the same at the beginning.
    private void sort(int[] target, int[] source, int from, int to) {
        if (to - from < 2 || isOrdered(target, from, to)) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(source, target, from, middle);
        sort(source, target, middle, to);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takesRight =
                    left == middle || (right < to && isBefore(source[right], source[left]));
            target[at] = takesRight ? source[right++] : source[left++];
        }
    }

    private boolean isBefore(int one, int other) {
        if (starts[one] != starts[other]) {
            return starts[one] < starts[other];
        }
        return ends[one] != ends[other] ? ends[one] > ends[other] : one < other;
    }
}
