package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Workers by state: for every column of pixels the time that each state had on all lanes together.
/// In every column the sum over the states is exactly lanes x the column's time. Columns that are
/// narrower than a nanosecond count as one nanosecond wide, or they would have nothing to show.
public final class StateColumns {

    private final LaneColumns columns;
    private final LongSpans few;
    private final int states;
    private long[] nanos = {};
    private long[] total = {};
    private int lanes;

    /// @param states how many states the run has
    public StateColumns(int states) {
        this.states = states;
        this.columns = new LaneColumns(states);
        this.few = new LongSpans(states);
    }

    /// Takes in all lanes. Whatever was there before is forgotten.
    public void compute(Snapshot snapshot, TimeWindow window, int count) {
        compute(snapshot, IntStream.range(0, snapshot.lanes().size()), window, count);
    }

    /// Takes in some lanes. Whatever was there before is forgotten.
    ///
    /// @param numbers of lanes; those that the trace does not have do not count
    public void compute(Snapshot snapshot, IntStream numbers, TimeWindow window, int count) {
        if (total.length < count) {
            total = new long[count];
            nanos = new long[count * states];
        }
        Arrays.fill(total, 0);
        Arrays.fill(nanos, 0);
        lanes = 0;
        boolean fits = LongSpans.fits(window, count);
        if (fits) {
            few.begin(window, count);
        }
        numbers.filter(number -> number < snapshot.lanes().size())
                .forEach(number -> {
                    lanes++;
                    LaneView lane = snapshot.lanes().get(number);
                    if (!fits || !few.add(lane)) {
                        add(lane, window, count);
                    }
                });
        if (fits) {
            few.addTo(nanos, total);
        }
    }

    private void add(LaneView lane, TimeWindow window, int count) {
        columns.compute(lane, window, count);
        for (int column = 0; column < count; column++) {
            int span = columns.span(column);
            if (span == LaneColumns.MIXED) {
                for (int code = 0; code < states; code++) {
                    nanos[column * states + code] += columns.nanos(column, code);
                }
                total[column] += columns.columnNanos(column);
            } else if (span >= 0) {
                long length = Math.max(1, columns.columnNanos(column));
                nanos[column * states + columns.state(column)] += length;
                total[column] += length;
            }
        }
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

    void paint(int column, StateStack stack, Picture picture, int top, int height) {
        if (total[column] > 0) {
            stack.paint(picture, column, top, height, nanos, column * states, total[column]);
        }
    }
}
