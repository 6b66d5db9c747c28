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

    LaneView(Lane lane, int number, int size, long endNanos) {
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

    /// The CPU time around a span: from the last reading at or before its start to the first one at
    /// or after its end. Empty if the lane has no reading on one of the sides.
    public Optional<CpuTime> cpuTime(int span) {
        int before = span;
        while (before >= 0 && lane.cpuNanos(before) == Lane.NOT_READ) {
            before--;
        }
        int after = span + 1;
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

    /// The CPU time read at a span's start, or [Lane#NOT_READ].
    public long cpuNanos(int span) {
        return lane.cpuNanos(span);
    }
}
