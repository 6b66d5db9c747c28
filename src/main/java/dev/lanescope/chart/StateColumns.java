package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.SpanSums;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Workers by state: for every column of pixels the time that each state had on all lanes together.
/// In every column the sum over the states is exactly lanes x the column's time. Columns that are
/// narrower than a nanosecond count as one nanosecond wide, or they would have nothing to show.
public final class StateColumns {

    private final LongSpans few;
    private final int states;
    private final SpanSums sums = new SpanSums();
    private long[] starts = {};
    private int[] last = {};
    private long[] nanos = {};
    private long[] total = {};
    private int lanes;

    /// @param states how many states the run has
    public StateColumns(int states) {
        this.states = states;
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
            starts = new long[count + 1];
            last = new int[count];
        }
        Arrays.fill(nanos, 0, count * states, 0);
        for (int column = 0; column <= count; column++) {
            starts[column] = window.columnStart(column, count);
        }
        lanes = 0;
        boolean fits = LongSpans.fits(window, count);
        if (fits) {
            few.begin(starts, count);
        }
        numbers.filter(number -> number < snapshot.lanes().size())
                .forEach(number -> {
                    lanes++;
                    LaneView lane = snapshot.lanes().get(number);
                    if (!fits || !few.add(lane)) {
                        lane.deal(starts, count, nanos, states, last, sums);
                    }
                });
        if (fits) {
            few.addTo(nanos);
        }
        for (int column = 0; column < count; column++) {
            total[column] = lanes * width(starts[column], starts[column + 1], snapshot.endNanos());
        }
    }

    /// How much of the run a column shows, at least a nanosecond; 0 outside of the run.
    private static long width(long from, long to, long end) {
        boolean outside = from >= end || (to <= 0 && from < 0);
        return outside ? 0 : Math.max(1, Math.min(to, end) - Math.max(from, 0));
    }

    /// How many spans have been looked at one by one since this was made.
    long visited() {
        return sums.visited();
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

    /// Paints all columns, each as high as asked for.
    void paint(StateStack stack, Picture picture, int top, int height) {
        int x = 0;
        while (x < picture.width()) {
            int end = x;
            while (end < picture.width() && total[end] > 0) {
                end++;
            }
            stack.paint(picture, x, end, top, height, nanos, total);
            x = end + 1;
        }
    }
}
