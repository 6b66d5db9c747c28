package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.SpanSums;

import java.util.Arrays;

/// Workers by state: for every column of pixels the time that each state had on all lanes together.
/// In every column the sum over the states is exactly lanes x the column's time. Columns that are
/// narrower than a nanosecond count as one nanosecond wide, or they would have nothing to show.
public final class StateColumns {

    private final int states;
    private final SpanSums sums = new SpanSums();
    private long[] starts = {};
    private long[] nanos = {};
    private long[] total = {};
    private int lanes;
    private long visited;

    /// @param states how many states the run has
    public StateColumns(int states) {
        this.states = states;
    }

    /// Takes in all lanes. Whatever was there before is forgotten.
    public void compute(Snapshot snapshot, TimeWindow window, int count) {
        lanes = snapshot.lanes().size();
        if (total.length < count) {
            total = new long[count];
            nanos = new long[count * states];
            starts = new long[count + 1];
        }
        Arrays.fill(total, 0, count, 0);
        Arrays.fill(nanos, 0, count * states, 0);
        for (int column = 0; column <= count; column++) {
            starts[column] = window.columnStart(column, count);
        }
        for (int number = 0; number < lanes; number++) {
            add(snapshot.lanes().get(number), count);
        }
    }

    private void add(LaneView lane, int count) {
        long end = lane.endNanos();
        int current = lane.indexAt(Math.max(0, starts[0]));
        for (int column = 0; column < count; column++) {
            long from = starts[column];
            long to = starts[column + 1];
            if (from >= end || (to <= 0 && from < 0)) {
                continue;
            }
            from = Math.max(from, 0);
            to = Math.max(Math.min(to, end), from + 1);
            current = add(lane, column * states, from, to, current);
            total[column] += to - from;
        }
    }

    /// @param before index of the span that lasts when the column begins
    /// @return index of the span that lasts when the column ends
    private int add(LaneView lane, int row, long from, long to, int before) {
        int size = lane.size();
        int farther = before + LaneColumns.MANY;
        int current = before;
        long cursor = from;
        if (farther < size && lane.startNanos(farther) < to) {
            int next = before + 1;
            current = lane.firstFrom(to, farther) - 1;
            nanos[row + lane.state(before)] += lane.startNanos(next) - from;
            sums.begin(nanos, row);
            lane.add(next, current, sums);
            cursor = lane.startNanos(current);
        } else {
            while (current + 1 < size && lane.startNanos(current + 1) < to) {
                long start = lane.startNanos(current + 1);
                nanos[row + lane.state(current)] += start - cursor;
                cursor = start;
                current++;
            }
            visited += current - before;
        }
        nanos[row + lane.state(current)] += to - cursor;
        return current;
    }

    /// How many spans have been looked at one by one since this was made.
    long visited() {
        return visited + sums.visited();
    }

    public long nanos(int column, int state) {
        return nanos[column * states + state];
    }

    /// How much lane time falls into a column; 0 outside of the run.
    public long total(int column) {
        return total[column];
    }

    /// How many lanes were in a state on average over a column; 0 outside of the run.
    public double workers(int column, int state) {
        return total[column] == 0 ? 0 : (double) lanes * nanos(column, state) / total[column];
    }

    void paint(int column, StateStack stack, Picture picture) {
        if (total[column] > 0) {
            stack.paint(
                    picture, column, 0, picture.height(), nanos, column * states, total[column]);
        }
    }
}
