package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Refusal;

import java.util.Arrays;

/// Turns the slices of one thread into what a lane holds: transitions that tile the time.
///
/// Slices of a thread nest. At each moment the lane is in the state of the *innermost* one, which
/// is the one that has the thread at work itself, and belongs to the *outermost* one, as a stage
/// belongs to a page. Where nothing runs the lane is in no slice. What lies between the two is told
/// by itself, when it ends.
///
/// A slice that begins inside another and ends after it cannot be on the same lane: it is spilled.
/// Where that is by no more than the file was rounded to, it was the rounding, and the slice is
/// cut. A slice of no length is a span of no length. The stack of open slices is the sweep's only
/// state; a moment at which several things happen makes one transition, unless a slice of no length
/// lies there.
final class Sweep {

    /// Where nothing runs.
    static final int NOTHING = -1;

    /// Takes the transitions in the order of time; the first one is at 0.
    interface Lane {
        void from(long nanos, int innermost, int outermost) throws Refusal;

        /// Takes a slice that lies in `depth` others and has some inside that last; comes when it
        /// has ended.
        void between(int depth, long start, long end, int name) throws Refusal;

        /// Takes another slice that the transitions do not tell as one span: an outermost one with
        /// others inside, or one that has the name of what it lies in, or only slices of no length
        /// inside; comes when it has ended.
        void outline(int depth, long start, long end, int name) throws Refusal;
    }

    private final long origin;
    private final long rounding;
    private final Names words;
    private final Lane lane;

    private long[] ends = new long[16];
    private long[] starts = new long[16];
    private int[] names = new int[16];
    private boolean[] hasInside = new boolean[16];
    private boolean[] isInterrupted = new boolean[16];
    private boolean[] soft = new boolean[16];
    private int depth;

    private long pendingAt;
    private int pendingInner = NOTHING;
    private int pendingOuter = NOTHING;
    private boolean pendingStays;

    /// @param origin the moment that is 0 on the lane; no slice may begin before
    /// @param rounding how far a moment may be off, in nanoseconds
    Sweep(long origin, long rounding, Names words, Lane lane) {
        this.origin = origin;
        this.rounding = rounding;
        this.words = words;
        this.lane = lane;
    }

    /// Sweeps over all slices.
    ///
    /// @param spilled receives those that have no place on this lane
    void over(Slices slices, Slices spilled) throws Refusal {
        for (int index : slices.order()) {
            long start = slices.start(index);
            long end = slices.end(index);
            close(start);
            while (crosses(end) && ends[depth - 1] - start <= rounding) {
                start = ends[depth - 1];
                close(start);
            }
            boolean crosses = crosses(end);
            if (crosses && !slices.isSoft(index) && end - ends[depth - 1] > rounding) {
                spilled.add(start, end, slices.name(index), false);
                continue;
            }
            if (depth > 0) {
                hasInside[depth - 1] |= start < end;
                isInterrupted[depth - 1] = true;
            }
            long until = crosses ? ends[depth - 1] : end;
            push(start, until, slices.name(index), slices.isSoft(index));
            transition(start, start == end);
        }
        close(Long.MAX_VALUE);
        lane.from(pendingAt, pendingInner, pendingOuter);
    }

    private boolean crosses(long end) {
        return depth > 0 && end > ends[depth - 1];
    }

    /// Ends what has ended by this moment, and what gives way to the slice that begins now.
    private void close(long now) throws Refusal {
        while (depth > 0 && (ends[depth - 1] <= now || soft[depth - 1])) {
            depth--;
            long end = Math.min(ends[depth], now);
            if (depth > 0 && hasInside[depth]) {
                lane.between(depth, starts[depth] - origin, end - origin, names[depth]);
            } else if (end > starts[depth] && (isInterrupted[depth] || isCalledAsOutside())) {
                lane.outline(depth, starts[depth] - origin, end - origin, names[depth]);
            }
            transition(end, false);
        }
    }

    private boolean isCalledAsOutside() {
        return depth > 0
                && words.get(names[depth]).name().equals(words.get(names[depth - 1]).name());
    }

    private void push(long start, long end, int name, boolean isSoft) {
        if (depth == ends.length) {
            starts = Arrays.copyOf(starts, 2 * depth);
            hasInside = Arrays.copyOf(hasInside, 2 * depth);
            isInterrupted = Arrays.copyOf(isInterrupted, 2 * depth);
            ends = Arrays.copyOf(ends, 2 * depth);
            names = Arrays.copyOf(names, 2 * depth);
            soft = Arrays.copyOf(soft, 2 * depth);
        }
        starts[depth] = start;
        hasInside[depth] = false;
        isInterrupted[depth] = false;
        ends[depth] = end;
        names[depth] = name;
        soft[depth] = isSoft;
        depth++;
    }

    private void transition(long moment, boolean stays) throws Refusal {
        long at = Math.max(moment - origin, pendingAt); // rounding must not turn time back
        if (pendingStays || pendingAt < at) {
            lane.from(pendingAt, pendingInner, pendingOuter);
        }
        pendingAt = at;
        pendingInner = depth == 0 ? NOTHING : names[depth - 1];
        pendingOuter = depth == 0 ? NOTHING : names[0];
        pendingStays = stays;
    }
}
