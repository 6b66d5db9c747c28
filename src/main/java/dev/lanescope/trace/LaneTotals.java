package dev.lanescope.trace;

/// Running totals of a lane of a finished run: what had come together by each of many evenly spaced
/// moments. What lies between two of them is a difference, however many spans that is, and finding
/// the place of a moment is one multiplication.
///
/// There is a moment for every [#SPANS] spans, and never more than [#MOST]. Totals are kept as what
/// has been added since the last moment whose totals are kept whole, which takes half as much
/// memory: about 9 bytes a span with a dozen states, and ever less where a lane has more spans than
/// that. Never changes.
public final class LaneTotals {

    /// How many spans lie between two moments, on average, or more.
    public static final int SPANS = 8;

    /// Enough for every column of a common screen to have two. More would lie so far apart in
    /// memory that looking at them takes longer than visiting the spans.
    static final int MOST = 1 << 12;

    private final int size;
    private final long endNanos;
    private final int states;
    private final int width;
    private final long step;
    private final double momentsPerNano;
    private final int last;
    private final int blockBits;
    private final long[] whole;
    private final int[] since;

    /// @param size how many transitions count
    LaneTotals(Lane lane, int size, long endNanos) {
        this.size = size;
        this.endNanos = endNanos;
        this.states = highest(lane, size) + 1;
        this.width = states + 4;
        this.step = Math.max(1, Math.ceilDiv(endNanos, Math.clamp(size / SPANS, 1, MOST)));
        this.momentsPerNano = 1.0 / step;
        this.last = (int) Math.ceilDiv(endNanos, step);
        this.blockBits = blockBits(step);
        this.whole = new long[((last >> blockBits) + 1) * width];
        this.since = new int[(last + 1) * width];
        fill(lane);
    }

    private static int highest(Lane lane, int size) {
        int highest = 0;
        for (int span = 0; span < size; span++) {
            highest = Math.max(highest, lane.state(span));
        }
        return highest;
    }

    /// How many moments follow each other, as a power of two, before their time leaves an `int`.
    private static int blockBits(long step) {
        int bits = 0;
        while (bits < 5 && step << (bits + 1) <= Integer.MAX_VALUE) {
            bits++;
        }
        return bits;
    }

    /// Goes along moments and spans at once. The span that lasts at a moment is the last one that
    /// began before it.
    private void fill(Lane lane) {
        long[] running = new long[width];
        int span = -1;
        long cursor = 0;
        for (int moment = 0; moment <= last; moment++) {
            long now = nanos(moment);
            while (span + 1 < size && lane.startNanos(span + 1) < now) {
                long start = lane.startNanos(span + 1);
                add(running, lane, span, start - cursor);
                cursor = start;
                span++;
                int before = span == 0 ? Lane.NO_ITEM : lane.item(span - 1);
                running[states + 1] += lane.item(span) == before ? 0 : 1;
            }
            add(running, lane, span, now - cursor);
            cursor = now;
            running[states + 2] = span;
            running[states + 3] = span < 0 ? Lane.NO_ITEM : lane.item(span);
            keep(moment, running);
        }
    }

    private void add(long[] running, Lane lane, int span, long nanos) {
        if (span >= 0) {
            running[lane.state(span)] += nanos;
            running[states] += lane.item(span) == Lane.NO_ITEM ? 0 : nanos;
        }
    }

    private void keep(int moment, long[] running) {
        int block = (moment >> blockBits) * width;
        if (moment >> blockBits << blockBits == moment) {
            System.arraycopy(running, 0, whole, block, width);
        }
        for (int place = 0; place < width; place++) {
            since[moment * width + place] = (int) (running[place] - whole[block + place]);
        }
    }

    private long total(int moment, int place) {
        return whole[(moment >> blockBits) * width + place] + since[moment * width + place];
    }

    /// Whether they are of so much of the lane.
    boolean isOf(int transitions, long end) {
        return size == transitions && endNanos == end;
    }

    /// How far apart the moments are; the last one, the end of the run, may be nearer.
    public long stepNanos() {
        return step;
    }

    /// The moment nearest to a time; of one before or after the run, its beginning or end.
    public int nearest(long nanos) {
        return nanos >= endNanos ? last : (int) Math.clamp(nanos * momentsPerNano + 0.5, 0.0, last);
    }

    /// When a moment is.
    public long nanos(int moment) {
        return Math.min(endNanos, moment * step);
    }

    /// Says how much time each state had between two moments.
    ///
    /// @param nanos by state, from the place `at` on
    /// @param count how many states are to be told; those that the lane never had get 0
    public void states(int from, int to, long[] nanos, int at, int count) {
        int before = from * width;
        int after = to * width;
        int blockBefore = (from >> blockBits) * width;
        int blockAfter = (to >> blockBits) * width;
        for (int state = 0; state < states; state++) {
            nanos[at + state] = (long) since[after + state] - since[before + state];
        }
        if (blockAfter != blockBefore) {
            for (int state = 0; state < states; state++) {
                nanos[at + state] += whole[blockAfter + state] - whole[blockBefore + state];
            }
        }
        for (int state = states; state < count; state++) {
            nanos[at + state] = 0;
        }
    }

    /// How much time belonged to items between two moments.
    public long itemNanos(int from, int to) {
        return total(to, states) - total(from, states);
    }

    /// How often the lane went over to another item, or to none, between two moments.
    public int itemChanges(int from, int to) {
        return (int) (total(to, states + 1) - total(from, states + 1));
    }

    /// The item of the last span that began before a moment.
    public int itemBefore(int moment) {
        return (int) total(moment, states + 3);
    }

    /// The last span that began before a moment; -1 at the very beginning.
    public int spanBefore(int moment) {
        return (int) total(moment, states + 2);
    }
}
