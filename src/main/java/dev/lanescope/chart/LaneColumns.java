package dev.lanescope.chart;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneTotals;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.SpanSums;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

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
///
/// Where columns of a finished run hold many spans, the lane's [LaneTotals] are asked instead. For
/// that the edge between two columns moves by at most a quarter of a column, to the nearest moment
/// of which there is a total; what stands left and right of it is as exact as elsewhere.
public final class LaneColumns {

    /// Instead of a span: the column shows more than one.
    public static final int MIXED = -1;

    /// Instead of a span: the column lies before or after the run.
    public static final int OUTSIDE = -2;

    /// Instead of an item: the column is not covered by one item alone.
    public static final int MIXED_ITEMS = -2;

    /// From how many spans in a column on asking for sums is less work than visiting them.
    private static final int MANY = 128;

    /// How many steps of the totals a column must have for its edges to move so little.
    private static final int STEPS = 2;

    /// Of so many spans that begin in a column one surely begins after the column does.
    private static final int MANY_BEGIN = 4;

    private static final int UNKNOWN = -3;

    private final int states;
    private final SpanSums sums = new SpanSums();
    private int columns;
    private long visited;
    private final long[] ignored;
    private @Nullable Columns asked;
    private long[] edges = {};
    private long[] starts = {};
    private boolean[] wide = {};
    private int[] moments = {};
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
        ask(window);
        System.arraycopy(edges, 0, starts, 0, count + 1);
        Optional<LaneTotals> totals = isDense(lane) ? lane.totals() : Optional.empty();
        if (totals.isEmpty()) {
            visit(lane, 0, count, withItems);
            return;
        }
        moveEdges(totals.get());
        int column = 0;
        while (column < count) {
            int end = column;
            while (end < count && !isByTotals(end)) {
                end++;
            }
            if (end > column) {
                visit(lane, column, end, withItems);
                column = end;
            } else {
                take(totals.get(), lane, column++, withItems);
            }
        }
    }

    /// Where the window has the columns' edges: the same for all lanes of a picture.
    private void ask(Columns window) {
        if (!window.equals(asked)) {
            for (int column = 0; column <= columns; column++) {
                edges[column] = window.columnStart(column, columns);
            }
            asked = window;
        }
    }

    /// Looks at the spans of some columns.
    ///
    /// @param end the column after the last one
    private void visit(LaneView lane, int first, int end, boolean withItems) {
        Arrays.fill(nanos, first * states, end * states, 0);
        int before =
                first > 0 && span[first - 1] != OUTSIDE
                        ? begun[first - 1]
                        : firstBeginningFrom(lane, starts[first]) - 1;
        lane.deal(starts, first, end, Math.max(0, before), nanos, states, begun, sums);
        long runEnd = lane.endNanos();
        for (int column = first; column < end; column++) {
            long from = starts[column];
            long to = starts[column + 1];
            if (from >= runEnd || (to <= 0 && from < 0)) {
                setOutside(column);
            } else {
                from = Math.max(from, 0);
                to = Math.min(to, runEnd);
                describe(lane, column, from, to, before);
                if (withItems) {
                    computeItems(lane, column, from, to, before);
                }
                before = begun[column];
            }
        }
    }

    /// Whether every column in which the run can be seen may hold enough steps of totals.
    private boolean isDense(LaneView lane) {
        double run = Math.min(lane.endNanos(), starts[columns]) - Math.max(0, starts[0]);
        double inSight = lane.size() * run / Math.max(1, lane.endNanos());
        double columnsOfRun = columns * run / Math.max(1, starts[columns] - starts[0]);
        return inSight >= STEPS * LaneTotals.SPANS * columnsOfRun;
    }

    /// Moves those edges that lie between two columns with steps enough.
    private void moveEdges(LaneTotals totals) {
        long enough = STEPS * totals.stepNanos();
        for (int column = 0; column < columns; column++) {
            wide[column] = starts[column + 1] - starts[column] >= enough;
        }
        for (int edge = 0; edge <= columns; edge++) {
            if ((edge == 0 || wide[edge - 1]) && (edge == columns || wide[edge])) {
                moments[edge] = totals.nearest(starts[edge]);
                starts[edge] = totals.nanos(moments[edge]);
            }
        }
    }

    /// Whether both edges of a column have been moved to where totals are.
    private boolean isByTotals(int column) {
        return wide[column]
                && (column == 0 || wide[column - 1])
                && (column + 1 == columns || wide[column + 1]);
    }

    private void take(LaneTotals totals, LaneView lane, int column, boolean withItems) {
        int before = moments[column];
        int after = moments[column + 1];
        if (before == after) {
            setOutside(column);
            return;
        }
        totals.states(before, after, nanos, column * states, states);
        int spanBefore = totals.spanBefore(before);
        describe(lane, column, spanBefore, totals.spanBefore(after));
        if (withItems) {
            itemChanges[column] = totals.itemChanges(before, after);
            itemNanos[column] = totals.itemNanos(before, after);
            item[column] =
                    itemChanges[column] == 0
                            ? totals.itemBefore(after)
                            : itemOfMany(lane, column, starts[column], spanBefore);
        }
    }

    /// Does not look at the lane where it can be told without: spans that are so many lie far from
    /// each other in memory, and to fetch one takes longer than all the rest.
    private void describe(LaneView lane, int column, int before, int last) {
        begun[column] = last;
        if (last < before + MANY_BEGIN) {
            describe(lane, column, starts[column], starts[column + 1], before);
        } else {
            span[column] = MIXED;
            begins[column] = last - before;
            columnNanos[column] = starts[column + 1] - starts[column];
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
        if (itemNanos[column] == 0) {
            return Lane.NO_ITEM;
        }
        if (itemNanos[column] < columnNanos[column] && itemChanges[column] > 0) {
            return MIXED_ITEMS;
        }
        int own = lane.item(begun[column]);
        if (itemChanges[column] == 0) {
            return own;
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
        if (columns != count) {
            columns = count;
            asked = null;
        }
        if (span.length < count) {
            edges = new long[count + 1];
            starts = new long[count + 1];
            moments = new int[count + 1];
            wide = new boolean[count];
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

    /// Where a column begins, or ends the one before it: as the window has it, or the nearest
    /// moment of which there is a total.
    long edge(int column) {
        return starts[column];
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
