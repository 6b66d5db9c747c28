package dev.lanescope.chart;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.SpanSums;

import java.util.Arrays;

/// The level of detail of one lane: what each column of pixels has to show.
///
/// A column is covered by one span, or mixed: then it knows the time that each state had in it, so
/// that a lane which is 5 % busy looks 5 % busy however many spans fall into the column. The
/// nanoseconds of the window are dealt out to the columns whole ([Columns#columnStart]), hence in
/// every column the sum over the states is exactly the column's time.
///
/// Made once and computed again for every lane of every frame. Where a column has few spans they
/// are visited one by one; where it has more than [#MANY], their sums are asked for, so that the
/// effort is bounded by the number of columns. Nothing is allocated unless the picture becomes
/// wider.
public final class LaneColumns {

    /// Instead of a span: the column shows more than one.
    public static final int MIXED = -1;

    /// Instead of a span: the column lies before or after the run.
    public static final int OUTSIDE = -2;

    /// Instead of an item: the column is not covered by one item alone.
    public static final int MIXED_ITEMS = -2;

    /// From how many spans in a column on asking for sums is less work than visiting them.
    private static final int MANY = 128;

    private static final int UNKNOWN = -3;

    private final int states;
    private final SpanSums sums = new SpanSums();
    private int columns;
    private long visited;
    private final long[] ignored;
    private long[] starts = {};
    private long[] columnNanos = {};
    private int[] span = {};
    private int[] state = {};
    private int[] begins = {};
    private int[] begun = {};
    private int[] item = {};
    private int[] itemChanges = {};
    private long[] itemNanos = {};
    private long[] nanos = {};

    /// @param states how many states the run has
    public LaneColumns(int states) {
        this.states = states;
        this.ignored = new long[states];
    }

    /// Takes in a lane. Whatever was there before is forgotten.
    public void compute(LaneView lane, Columns window, int count) {
        compute(lane, window, count, true);
    }

    /// The same, and what is asked of items means nothing if they are left out.
    void compute(LaneView lane, Columns window, int count, boolean withItems) {
        makeRoom(count);
        for (int column = 0; column <= count; column++) {
            starts[column] = window.columnStart(column, count);
        }
        Arrays.fill(nanos, 0, count * states, 0);
        lane.deal(starts, count, nanos, states, begun, sums);
        long end = lane.endNanos();
        int before = firstBeginningFrom(lane, starts[0]) - 1;
        for (int column = 0; column < count; column++) {
            long from = starts[column];
            long to = starts[column + 1];
            if (from >= end || (to <= 0 && from < 0)) {
                setOutside(column);
            } else {
                from = Math.max(from, 0);
                to = Math.min(to, end);
                describe(lane, column, from, to, before);
                if (withItems) {
                    computeItems(lane, column, from, to, before);
                }
                before = begun[column];
            }
        }
    }

    /// @param before index of the span that lasts when the column begins; -1 at the very beginning
    private void describe(LaneView lane, int column, long from, long to, int before) {
        int current = begun[column];
        boolean mixed = current > before && lane.startNanos(current) > from;
        span[column] = mixed ? MIXED : current;
        state[column] = lane.state(current);
        begins[column] = current - before;
        columnNanos[column] = to - from;
    }

    private void computeItems(LaneView lane, int column, long from, long to, int before) {
        if (begins[column] > MANY) {
            computeItemsOfMany(lane, column, from, to, before);
            return;
        }
        visited += begins[column];
        int current = begun[column];
        int running = before < 0 ? Lane.NO_ITEM : lane.item(before);
        int only = UNKNOWN;
        int changes = 0;
        long since = from;
        long withItem = 0;
        for (int at = before + 1; at <= current; at++) {
            int next = lane.item(at);
            if (next != running) {
                changes++;
                long start = Math.max(since, lane.startNanos(at));
                if (start > since) {
                    withItem += running == Lane.NO_ITEM ? 0 : start - since;
                    only = only == UNKNOWN || only == running ? running : MIXED_ITEMS;
                    since = start;
                }
                running = next;
            }
        }
        itemChanges[column] = changes;
        itemNanos[column] = withItem + (running == Lane.NO_ITEM ? 0 : to - since);
        item[column] = only == UNKNOWN || only == running ? running : MIXED_ITEMS;
    }

    /// The same for a column in which many spans begin.
    private void computeItemsOfMany(LaneView lane, int column, long from, long to, int before) {
        int first = before + 1;
        int current = begun[column];
        int own = lane.item(current);
        sums.begin(ignored, 0);
        lane.add(first, current, sums);
        long last = to - lane.startNanos(current);
        long lead = before < 0 ? 0 : lane.startNanos(first) - from;
        itemChanges[column] = sums.itemChanges() + (lane.item(current - 1) == own ? 0 : 1);
        itemNanos[column] =
                sums.itemNanos()
                        + (own == Lane.NO_ITEM ? 0 : last)
                        + (before < 0 || lane.item(before) == Lane.NO_ITEM ? 0 : lead);
        item[column] = span[column] == MIXED ? itemOfMany(lane, column, from, before) : own;
    }

    /// The item of a column with many spans. That its changes cancel out, because the spans of
    /// other items take no time, is found by looking at them; otherwise a few of them tell.
    private int itemOfMany(LaneView lane, int column, long from, int before) {
        int own = lane.item(begun[column]);
        if (itemChanges[column] == 0 || itemNanos[column] == 0) {
            return itemNanos[column] == 0 ? Lane.NO_ITEM : own;
        }
        if (itemNanos[column] < columnNanos[column]) {
            return MIXED_ITEMS;
        }
        for (int at = begun[column] - 1; at >= Math.max(before, 0); at--) {
            visited++;
            long length = lane.startNanos(at + 1) - Math.max(from, lane.startNanos(at));
            if (length > 0 && lane.item(at) != own) {
                return MIXED_ITEMS;
            }
        }
        return own;
    }

    private void setOutside(int column) {
        span[column] = OUTSIDE;
        item[column] = Lane.NO_ITEM;
        columnNanos[column] = 0;
        itemNanos[column] = 0;
        begins[column] = 0;
        itemChanges[column] = 0;
    }

    /// The first span that starts at or after a moment.
    private static int firstBeginningFrom(LaneView lane, long moment) {
        if (moment <= 0) {
            return 0;
        }
        return lane.indexAt(moment - 1) + 1;
    }

    private void makeRoom(int count) {
        columns = count;
        if (span.length < count) {
            starts = new long[count + 1];
            columnNanos = new long[count];
            span = new int[count];
            state = new int[count];
            begins = new int[count];
            begun = new int[count];
            item = new int[count];
            itemChanges = new int[count];
            itemNanos = new long[count];
            nanos = new long[count * states];
        }
    }

    public int columns() {
        return columns;
    }

    /// How many spans have been looked at one by one since this was made.
    long visited() {
        return visited + sums.visited();
    }

    /// How much of the run falls into a column.
    public long columnNanos(int column) {
        return columnNanos[column];
    }

    /// Index of the one span that covers the column, or [#MIXED] or [#OUTSIDE].
    public int span(int column) {
        return span[column];
    }

    /// The state of the span that covers the column. Means nothing if there is none.
    public int state(int column) {
        return state[column];
    }

    /// How much time the column shows in a state. Over all states the sum is [#columnNanos].
    public long nanos(int column, int code) {
        return switch (span[column]) {
            case OUTSIDE -> 0;
            case MIXED -> nanos[column * states + code];
            default -> state[column] == code ? columnNanos[column] : 0;
        };
    }

    /// How many spans begin in a column.
    public int begins(int column) {
        return begins[column];
    }

    /// The last span that begins in a column. Means nothing if none does.
    public int lastBegun(int column) {
        return begun[column];
    }

    /// The item that has all of the column's time, [Lane#NO_ITEM] if none has any, or
    /// [#MIXED_ITEMS].
    public int item(int column) {
        return item[column];
    }

    /// How often the lane goes over to another item, or to none, in a column.
    public int itemChanges(int column) {
        return itemChanges[column];
    }

    /// How much of the column's time belongs to items.
    public long itemNanos(int column) {
        return itemNanos[column];
    }

    /// Paints mixed columns that lie side by side.
    void paintMixed(
            int fromColumn, int toColumn, StateStack stack, Picture picture, int top, int height) {
        stack.paint(picture, fromColumn, toColumn, top, height, nanos, columnNanos);
    }
}
