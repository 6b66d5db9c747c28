package dev.lanescope.chart;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.SpanSums;

import java.util.Arrays;

/// The level of detail of one lane: what each column of pixels has to show.
///
/// A column is covered by one span, or mixed: then it knows the time that each state had in it, so
/// that a lane which is 5 % busy looks 5 % busy however many spans fall into the column. The
/// nanoseconds of the window are dealt out to the columns whole ([TimeWindow#columnStart]), hence
/// in every column the sum over the states is exactly the column's time.
///
/// Made once and computed again for every lane of every frame. Where a column has few spans they are
/// visited one by one; where it has more than [#MANY], their sums are asked for, so that the effort
/// is bounded by the number of columns. Nothing is allocated unless the picture becomes wider.
public final class LaneColumns {

    /// Instead of a span: the column shows more than one.
    public static final int MIXED = -1;

    /// Instead of a span: the column lies before or after the run.
    public static final int OUTSIDE = -2;

    /// Instead of an item: the column is not covered by one item alone.
    public static final int MIXED_ITEMS = -2;

    /// From how many spans in a column on asking for sums is less work than visiting them.
    private static final int MANY = 128;

    private final int states;
    private final SpanSums sums = new SpanSums();
    private int columns;
    private boolean dense;
    private long visited;
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
    }

    /// Takes in a lane. Whatever was there before is forgotten.
    public void compute(LaneView lane, TimeWindow window, int count) {
        makeRoom(count);
        long end = lane.endNanos();
        long from = window.columnStart(0, count);
        int current = firstBeginningFrom(lane, from) - 1;
        int after = lane.firstFrom(window.columnStart(count, count), current + 1);
        dense = after - current > (long) MANY * count;
        for (int column = 0; column < count; column++) {
            long to = window.columnStart(column + 1, count);
            if (from >= end || (to <= 0 && from < 0)) {
                setOutside(column);
            } else {
                current = compute(lane, column, Math.max(from, 0), Math.min(to, end), current);
            }
            from = to;
        }
    }

    /// @param before index of the span that lasts when the column begins; -1 at the very beginning
    /// @return index of the span that lasts when the column ends
    private int compute(LaneView lane, int column, long from, long to, int before) {
        long limit = Math.max(to, from + 1);
        int size = lane.size();
        int farther = before + MANY;
        if (dense && to > from + 1 && farther < size && lane.startNanos(farther) < to) {
            return computeMany(lane, column, from, to, before);
        }
        int current = before;
        int currentState = before < 0 ? 0 : lane.state(before);
        int currentItem = before < 0 ? Lane.NO_ITEM : lane.item(before);
        int changes = 0;
        long cursor = from;
        itemNanos[column] = 0;
        while (current + 1 < size) {
            long start = lane.startNanos(current + 1);
            if (start >= limit) {
                break;
            }
            if (start > cursor) {
                add(column, currentState, currentItem, start - cursor, cursor == from);
                cursor = start;
            }
            current++;
            currentState = lane.state(current);
            int nextItem = lane.item(current);
            changes += nextItem == currentItem ? 0 : 1;
            currentItem = nextItem;
        }
        visited += current - before;
        begins[column] = current - before;
        begun[column] = current;
        itemChanges[column] = changes;
        columnNanos[column] = to - from;
        if (cursor > from) {
            add(column, currentState, currentItem, to - cursor, false);
        } else {
            span[column] = current;
            state[column] = currentState;
            item[column] = currentItem;
            itemNanos[column] = currentItem == Lane.NO_ITEM ? 0 : to - from;
        }
        return current;
    }

    /// The same for a column in which many spans begin.
    private int computeMany(LaneView lane, int column, long from, long to, int before) {
        int first = before + 1;
        int current = lane.firstFrom(to, first + MANY) - 1;
        long cursor = lane.startNanos(current);
        int row = column * states;
        Arrays.fill(nanos, row, row + states, 0);
        sums.begin(nanos, row);
        lane.add(first, current, sums);
        int lastItem = lane.item(current);
        long itsNanos = sums.itemNanos() + (lastItem == Lane.NO_ITEM ? 0 : to - cursor);
        if (before >= 0) {
            long lead = lane.startNanos(first) - from;
            nanos[row + lane.state(before)] += lead;
            itsNanos += lane.item(before) == Lane.NO_ITEM ? 0 : lead;
        }
        nanos[row + lane.state(current)] += to - cursor;
        begins[column] = current - before;
        begun[column] = current;
        itemChanges[column] = sums.itemChanges() + (lane.item(current - 1) == lastItem ? 0 : 1);
        columnNanos[column] = to - from;
        itemNanos[column] = itsNanos;
        boolean mixed = cursor > from;
        span[column] = mixed ? MIXED : current;
        state[column] = lane.state(current);
        item[column] = mixed ? itemOfMany(lane, column, from, before, current) : lastItem;
        return current;
    }

    /// The item of a column with many spans. That its changes cancel out, because the spans of
    /// other items take no time, is found by looking at them; otherwise a few of them tell.
    private int itemOfMany(LaneView lane, int column, long from, int before, int last) {
        int own = lane.item(last);
        if (itemChanges[column] == 0 || itemNanos[column] == 0) {
            return itemNanos[column] == 0 ? Lane.NO_ITEM : own;
        }
        if (itemNanos[column] < columnNanos[column]) {
            return MIXED_ITEMS;
        }
        for (int at = last - 1; at >= Math.max(before, 0); at--) {
            visited++;
            long length = lane.startNanos(at + 1) - Math.max(from, lane.startNanos(at));
            if (length > 0 && lane.item(at) != own) {
                return MIXED_ITEMS;
            }
        }
        return own;
    }

    private void add(int column, int itsState, int itsItem, long length, boolean first) {
        int row = column * states;
        if (first) {
            span[column] = MIXED;
            item[column] = itsItem;
            Arrays.fill(nanos, row, row + states, 0);
        } else if (item[column] != itsItem) {
            item[column] = MIXED_ITEMS;
        }
        nanos[row + itsState] += length;
        itemNanos[column] += itsItem == Lane.NO_ITEM ? 0 : length;
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

    /// Paints a mixed column.
    void paintMixed(int column, StateStack stack, Picture picture, int top, int height) {
        stack.paint(picture, column, top, height, nanos, column * states, columnNanos[column]);
    }
}
