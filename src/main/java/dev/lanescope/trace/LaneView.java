package dev.lanescope.trace;

import java.util.Optional;

/// What stood on one lane at one moment: a fixed number of spans that tile the time from 0 to
/// [#endNanos] without gap or overlap. Cheap to make, never changes, shares the lane's storage.
public final class LaneView {

    private final Lane lane;
    private final int number;
    private final int size;
    private final int readable;
    private final long endNanos;
    private final boolean finished;

    LaneView(Lane lane, int number, int size, long endNanos, boolean finished) {
        this.finished = finished;
        this.lane = lane;
        this.number = number;
        this.endNanos = endNanos;
        this.readable = size;
        this.size = withinEnd(lane, size, endNanos);
    }

    /// A worker that was left behind may write on after the run has ended: what starts at or after
    /// the end does not count. Only the last transitions can be that late.
    private static int withinEnd(Lane lane, int size, long endNanos) {
        int count = size;
        while (count > 1 && lane.startNanos(count - 1) >= endNanos) {
            count--;
        }
        return count;
    }

    public String name() {
        return lane.name();
    }

    /// Which lane of the trace this is, from 0.
    public int number() {
        return number;
    }

    /// How many spans there are; at least 1.
    public int size() {
        return size;
    }

    public long endNanos() {
        return endNanos;
    }

    public long startNanos(int span) {
        return lane.startNanos(span);
    }

    public long endNanos(int span) {
        return span + 1 < size ? lane.startNanos(span + 1) : endNanos;
    }

    public int state(int span) {
        return lane.state(span);
    }

    /// Index of the span's item, or [Lane#NO_ITEM].
    public int item(int span) {
        return lane.item(span);
    }

    public Span span(int index) {
        return new Span(
                number, index, startNanos(index), endNanos(index), state(index), item(index));
    }

    /// Index of the span that contains the moment; the first one before 0, the last one after the
    /// end. Spans of no length contain nothing. Logarithmic in the number of spans.
    public int indexAt(long nanos) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lane.startNanos(middle) <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The first span that starts at or after a moment, not before the span `from`; [#size] if none
    /// does. Takes as many steps as the number of spans passed over has digits.
    public int firstFrom(long nanos, int from) {
        int low = from;
        int high = from;
        for (int step = 1; high < size && lane.startNanos(high) < nanos; step <<= 1) {
            low = high + 1;
            high += step;
        }
        high = Math.min(high, size);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lane.startNanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Adds the whole time of some spans. However many they are, only a few dozen are visited; of
    /// the others the sums are known.
    ///
    /// @param end the span after the last one
    public void add(int first, int end, SpanSums sums) {
        if (first >= end) {
            return;
        }
        int begun = Math.min(end, size - 1);
        lane.index().add(first, begun, size, sums);
        if (end == size) {
            int before = size == 1 ? Lane.NO_ITEM : lane.item(size - 2);
            int last = size - 1;
            sums.add(state(last), item(last), endNanos - startNanos(last), before);
        }
    }

    /// Adds the time of each state between two moments, to the nanosecond: spans at the edges count
    /// as far as they lie inside. Logarithmic in the number of spans.
    ///
    /// @param nanos by the state's code; is not cleared
    public void add(long fromNanos, long toNanos, long[] nanos) {
        long from = Math.max(0, fromNanos);
        long to = Math.min(endNanos, toNanos);
        if (from >= to) {
            return;
        }
        int first = indexAt(from);
        int last = to == endNanos ? size - 1 : firstFrom(to, first + 1) - 1;
        nanos[state(first)] -= from - startNanos(first);
        nanos[state(last)] -= endNanos(last) - to;
        var sums = new SpanSums();
        sums.begin(nanos, 0);
        add(first, last + 1, sums);
    }

    /// Deals the lane's time out to columns: adds to each the time of each state in it. A column
    /// that holds no whole nanosecond counts as one nanosecond wide; what lies beside the lane is
    /// left out. The effort is bounded by the number of columns.
    ///
    /// @param starts where all columns begin, in ascending order, and where the last one ends
    /// @param firstColumn the first that is given something
    /// @param endColumn the one after the last
    /// @param notAfter a span that begins no later than the first column does, the nearer the
    ///   better
    /// @param nanos by column, and in it by state
    /// @param states how many places a column has
    /// @param last takes the span that lasts when each column ends
    /// @param sums is begun anew; counts the effort
    public void deal(
            long[] starts,
            int firstColumn,
            int endColumn,
            int notAfter,
            long[] nanos,
            int states,
            int[] last,
            SpanSums sums) {
        int first = firstFrom(Math.max(0, starts[firstColumn]) + 1, notAfter) - 1;
        int spans = firstFrom(starts[endColumn], first) - first;
        boolean dense = spans > (long) Dealing.MANY * (endColumn - firstColumn);
        var dealing = new Dealing(lane, size, first, sums, nanos);
        for (int column = firstColumn; column < endColumn; column++) {
            long from = starts[column];
            long to = starts[column + 1];
            if (from < endNanos && (to > 0 || from >= 0)) {
                long begin = Math.max(from, 0);
                long end = Math.max(Math.min(to, endNanos), begin + 1);
                last[column] = dealing.fill(column * states, begin, end, this, dense);
            }
        }
    }

    /// Running totals, if the run is over.
    public Optional<LaneTotals> totals() {
        return finished ? Optional.of(lane.totals(size, endNanos)) : Optional.empty();
    }

    /// The longest of some spans, the first of them if several are. Of many, a few dozen are
    /// visited and the longest of every thousand.
    ///
    /// @param end the span after the last one, above `first`
    public int longest(int first, int end) {
        if (end < size) {
            return lane.index().longest(first, end, size);
        }
        int last = size - 1;
        int best = first == last ? last : lane.index().longest(first, last, size);
        boolean lastIsLonger = endNanos - startNanos(last) > endNanos(best) - startNanos(best);
        return lastIsLonger ? last : best;
    }

    /// The CPU time around a span: from the last reading at or before its start to the first one at
    /// or after its end. Empty if the lane has no reading on one of the sides.
    public Optional<CpuTime> cpuTime(int span) {
        return cpuTime(span, span);
    }

    /// The same around several spans.
    ///
    /// @param last the last one, included
    public Optional<CpuTime> cpuTime(int first, int last) {
        int before = first;
        while (before >= 0 && lane.cpuNanos(before) == Lane.NOT_READ) {
            before--;
        }
        int after = last + 1;
        while (after < readable && lane.cpuNanos(after) == Lane.NOT_READ) {
            after++;
        }
        if (before < 0 || after >= readable) {
            return Optional.empty();
        }
        return Optional.of(
                new CpuTime(
                        lane.cpuNanos(after) - lane.cpuNanos(before),
                        lane.startNanos(after) - lane.startNanos(before),
                        Math.min(after, size) - before)); // what follows the end is no span
    }

    /// How much CPU time the thread used in a span, if it was read at both of its ends; otherwise
    /// [Lane#NOT_READ]. Never looks further than the span's neighbours, but for the last span.
    public long exactCpuNanos(int span) {
        if (span + 1 == size) {
            return cpuTime(span)
                    .filter(CpuTime::isExact)
                    .map(CpuTime::cpuNanos)
                    .orElse(Lane.NOT_READ);
        }
        boolean read =
                lane.cpuNanos(span) != Lane.NOT_READ && lane.cpuNanos(span + 1) != Lane.NOT_READ;
        return read ? lane.cpuNanos(span + 1) - lane.cpuNanos(span) : Lane.NOT_READ;
    }

    /// The place of the first CPU time that was read after the end of the run, or -1.
    int lateReading() {
        for (int late = size; late < readable; late++) {
            if (lane.cpuNanos(late) != Lane.NOT_READ) {
                return late;
            }
        }
        return -1;
    }

    /// The CPU time read at a span's start, or [Lane#NOT_READ].
    public long cpuNanos(int span) {
        return lane.cpuNanos(span);
    }

    /// How much the thread had allocated when a span began, or [Lane#NOT_READ].
    long allocatedAt(int span) {
        return lane.allocatedBytes(span);
    }

    /// How many bytes the thread allocated in a span, or [Lane#NOT_READ] if that was not read at
    /// both of its ends.
    public long allocatedBytes(int span) {
        long before = lane.allocatedBytes(span);
        int next = span + 1 < size ? span + 1 : lateReading();
        long after = next < 0 ? Lane.NOT_READ : lane.allocatedBytes(next);
        boolean read = before != Lane.NOT_READ && after >= before;
        return read ? after - before : Lane.NOT_READ;
    }
}
