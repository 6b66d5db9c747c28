package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.SpanSums;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Workers by state: for every column of pixels the time that each state had on all lanes together.
/// In every column the sum over the states is exactly lanes x the column's time. Columns that are
/// narrower than a nanosecond count as one nanosecond wide, or they would have nothing to show.
///
/// Of many spans in wide columns, running [totals][StateTotals] are asked instead. For that the
/// edge between two columns moves by at most an eighth of a column, to the nearest moment of which
/// there is a total; what stands left and right of it is as exact as elsewhere.
public final class StateColumns {

    /// From how many spans on running totals are less work than the spans.
    private static final int MANY = 100_000;

    /// How many steps of the totals a column must have for its edges to move so little.
    private static final int STEPS = 4;

    private final LongSpans few;
    private final StateTotals totals;
    private final int states;
    private final SpanSums sums = new SpanSums();
    private long[] starts = {};
    private int[] last = {};
    private long[] nanos = {};
    private long[] total = {};
    private int lanes;
    private int count;
    private boolean wide;

    /// @param states how many states the run has
    public StateColumns(int states) {
        this.states = states;
        this.few = new LongSpans(states);
        this.totals = new StateTotals(states);
    }

    /// Takes in all lanes. Whatever was there before is forgotten.
    public void compute(Snapshot snapshot, TimeWindow window, int count) {
        int known = 0;
        begin(window, count);
        lanes = snapshot.lanes().size();
        if (snapshot.spans() >= MANY) {
            totals.follow(snapshot);
            known = takeTotals(window.nanos() / count);
        }
        addSpans(snapshot, IntStream.range(0, lanes), known);
        measure(snapshot);
    }

    /// Takes in some lanes. Whatever was there before is forgotten.
    ///
    /// @param numbers of lanes; those that the trace does not have do not count
    public void compute(Snapshot snapshot, IntStream numbers, Columns window, int count) {
        begin(window, count);
        int[] known = numbers.filter(number -> number < snapshot.lanes().size()).toArray();
        lanes = known.length;
        addSpans(snapshot, Arrays.stream(known), 0);
        measure(snapshot);
    }

    private void begin(Columns window, int newCount) {
        count = newCount;
        wide = window instanceof TimeWindow even && LongSpans.fits(even, count);
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
    }

    /// Fills columns from the left from the totals.
    ///
    /// @return the first column that is not filled
    private int takeTotals(double columnNanos) {
        if (columnNanos < STEPS * (double) totals.stepNanos()) {
            return 0;
        }
        int edge = 0;
        for (; edge <= count && starts[edge] <= totals.untilNanos(); edge++) {
            if (starts[edge] > 0) {
                starts[edge] = totals.nearest(starts[edge]);
            }
            if (edge > 0 && starts[edge] > 0) {
                long from = Math.max(0, starts[edge - 1]);
                totals.add(from, starts[edge], nanos, (edge - 1) * states);
            }
        }
        return Math.max(0, edge - 1);
    }

    /// Fills the columns from one on from the spans.
    private void addSpans(Snapshot snapshot, IntStream numbers, int from) {
        int columns = count - from;
        if (columns == 0) {
            return;
        }
        long[] edges = from == 0 ? starts : Arrays.copyOfRange(starts, from, count + 1);
        long[] times = from == 0 ? nanos : new long[columns * states];
        if (wide) {
            few.begin(edges, columns);
        }
        numbers.forEach(number -> {
            LaneView lane = snapshot.lanes().get(number);
            if (!wide || !few.add(lane)) {
                lane.deal(edges, 0, columns, 0, times, states, last, sums);
            }
        });
        if (wide) {
            few.addTo(times);
        }
        if (from > 0) {
            System.arraycopy(times, 0, nanos, from * states, times.length);
        }
    }

    private void measure(Snapshot snapshot) {
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
