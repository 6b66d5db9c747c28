package dev.lanescope.trace;

/// Deals the time of one lane out to columns, state by state: what the pictures of workers by state
/// are made of, and therefore done for every lane in every frame.
///
/// It goes along columns and spans at once. Where a column has few spans, visiting them one after
/// the other is quickest, for they lie one after the other in memory; where lanes are so long that
/// columns have [#MANY] of them, the lane's sums are asked for. So the effort has a bound in the
/// number of columns.
final class Dealing {

    /// How many spans one can look at in the time that it takes to ask for a sum.
    static final int MANY = 256;

    private static final int IN_BLOCK = Lane.BLOCK - 1;

    private final Lane lane;
    private final int size;
    private final SpanSums sums;
    private final long[] nanos;
    private int current;

    /// @param size how many transitions count
    /// @param current index of the span that lasts when the first column begins
    /// @param nanos what the times are added to
    Dealing(Lane lane, int size, int current, SpanSums sums, long[] nanos) {
        this.lane = lane;
        this.size = size;
        this.current = current;
        this.sums = sums;
        this.nanos = nanos;
    }

    /// Gives a column its time. Columns come from the left to the right without gaps.
    ///
    /// @param row where the column's times stand
    /// @return index of the span that lasts when the column ends
    int fill(int row, long from, long to, LaneView view, boolean dense) {
        int farther = current + MANY;
        if (dense && farther < size && lane.startNanos(farther) < to) {
            int next = current + 1;
            nanos[row + lane.state(current)] += lane.startNanos(next) - from;
            current = view.firstFrom(to, farther) - 1;
            sums.begin(nanos, row);
            view.add(next, current, sums);
            nanos[row + lane.state(current)] += to - lane.startNanos(current);
        } else {
            visit(row, from, to);
        }
        return current;
    }

    private void visit(int row, long from, long to) {
        long[] times = nanos;
        long cursor = from;
        int state = lane.state(current);
        int next = current + 1;
        while (next < size && lane.startNanos(next) < to) {
            long[] starts = lane.starts(next);
            byte[] states = lane.states(next);
            int end = Math.min(size, (next | IN_BLOCK) + 1);
            for (; next < end && starts[next & IN_BLOCK] < to; next++) {
                long start = starts[next & IN_BLOCK];
                times[row + state] += start - cursor;
                cursor = start;
                state = states[next & IN_BLOCK];
            }
        }
        times[row + state] += to - cursor;
        sums.visited(next - 1 - current);
        current = next - 1;
    }
}
