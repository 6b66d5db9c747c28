package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;

import java.util.Arrays;

/// Adds up, column by column, lanes that have few spans for the number of columns, as tens of
/// thousands of lanes have: the effort is by span and not by column. A span that covers columns
/// whole is noted where that begins and where it ends, and dealt out once for all lanes.
///
/// The sums are the same to the nanosecond as if every column of every lane were looked at.
final class LongSpans {

    /// A lane with more spans than this part of the columns has no gain from it.
    private static final int PART = 4;

    private final int states;
    private int columns;
    private long[] starts = {};
    private long[] edges = {};
    private int[] whole = {};

    /// @param states how many states the run has
    LongSpans(int states) {
        this.states = states;
    }

    /// Begins anew.
    ///
    /// @param columnStarts where each column starts, and the last one ends; each is a nanosecond
    ///   wide at least
    void begin(long[] columnStarts, int count) {
        starts = columnStarts;
        columns = count;
        if (edges.length < count * states) {
            edges = new long[count * states];
            whole = new int[(count + 1) * states];
        }
        Arrays.fill(edges, 0, count * states, 0);
        Arrays.fill(whole, 0, (count + 1) * states, 0);
    }

    /// Whether such columns are wide enough for this.
    static boolean fits(TimeWindow window, int count) {
        return window.nanos() >= count;
    }

    /// Takes in a lane, if it has few spans in the window.
    ///
    /// @return whether it has
    boolean add(LaneView lane) {
        long from = Math.max(0, starts[0]);
        long to = Math.min(lane.endNanos(), starts[columns]);
        if (to <= from) {
            return true;
        }
        int first = lane.indexAt(from);
        int last = first + columns / PART;
        if (last < lane.size() - 1 && lane.endNanos(last) < to) {
            return false;
        }
        int column = column(from);
        for (int span = first; span < lane.size() && lane.startNanos(span) < to; span++) {
            long start = Math.max(from, lane.startNanos(span));
            long end = Math.min(to, lane.endNanos(span));
            if (end > start) {
                column = add(column, start, end, lane.state(span));
            }
        }
        return true;
    }

    /// @param column in which the span starts
    /// @return the column in which it ends or the next one starts
    private int add(int column, long start, long end, int state) {
        if (end < starts[column + 1]) {
            edges[column * states + state] += end - start;
            return column;
        }
        int last = column(end);
        boolean onEdge = last == columns || starts[last] == end;
        boolean wholeFirst = starts[column] == start;
        if (!wholeFirst) {
            edges[column * states + state] += starts[column + 1] - start;
        }
        whole[(wholeFirst ? column : column + 1) * states + state]++;
        whole[last * states + state]--;
        if (!onEdge) {
            edges[last * states + state] += end - starts[last];
        }
        return last;
    }

    /// The column of a moment in the window; the number of columns for its end.
    private int column(long moment) {
        int at = Arrays.binarySearch(starts, 0, columns + 1, moment);
        return at >= 0 ? at : -2 - at;
    }

    /// Adds everything that was taken in.
    ///
    /// @param nanos by column, and there by state
    void addTo(long[] nanos) {
        long[] running = new long[states];
        for (int column = 0; column < columns; column++) {
            long width = starts[column + 1] - starts[column];
            for (int state = 0; state < states; state++) {
                int at = column * states + state;
                running[state] += whole[at];
                nanos[at] += edges[at] + running[state] * width;
            }
        }
    }
}
