package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// The spans of a stretch as the rows of a table: eight bytes each, sorted by any column, so that a
/// million of them cost a table next to nothing. Never changes; sorting and filtering make new
/// ones.
public final class SpanList {

    /// What spans can be sorted by.
    public enum Column {
        LANE,
        START,
        DURATION,
        STATE,
        ALLOCATED,
        ITEM
    }

    private final Snapshot trace;
    private final long[] places;
    private final long all;

    private SpanList(Snapshot trace, long[] places, long all) {
        this.trace = trace;
        this.places = places;
        this.all = all;
    }

    /// The spans that reach into a stretch, lane by lane in the order of time.
    ///
    /// @param most so many at most, the first ones
    public static SpanList of(Snapshot trace, Stretch stretch, int most) {
        long all = StretchSpans.count(trace, stretch);
        long[] places = new long[(int) Math.min(all, most)];
        int size = 0;
        for (LaneView lane : StretchSpans.lanes(trace, stretch)) {
            int end = StretchSpans.end(lane, stretch.endNanos());
            for (int span = StretchSpans.first(lane, stretch); span < end; span++) {
                if (size < places.length) {
                    places[size++] = place(lane.number(), span);
                }
            }
        }
        return new SpanList(trace, places, all);
    }

    private static long place(int lane, int span) {
        return (long) lane << Integer.SIZE | span;
    }

    /// How many rows there are.
    public int size() {
        return places.length;
    }

    /// How many spans the stretch has, even if they are not all here.
    public long all() {
        return all;
    }

    /// The span of a row.
    public Span span(int row) {
        return lane(row).span((int) places[row]);
    }

    private LaneView lane(int row) {
        return trace.lanes().get((int) (places[row] >> Integer.SIZE));
    }

    /// The row of a span; -1 if it has none.
    public int rowOf(int lane, int span) {
        long wanted = place(lane, span);
        for (int row = 0; row < places.length; row++) {
            if (places[row] == wanted) {
                return row;
            }
        }
        return -1;
    }

    /// The same rows in another order; rows that are equal in it keep the order they have.
    public SpanList sorted(Column column, boolean descending) {
        long[] keys = new long[places.length];
        int[] names = column == Column.ITEM ? ranks() : new int[0];
        for (int row = 0; row < keys.length; row++) {
            LaneView lane = lane(row);
            int span = (int) places[row];
            keys[row] =
                    switch (column) {
                        case LANE -> lane.number();
                        case START -> lane.startNanos(span);
                        case DURATION -> lane.endNanos(span) - lane.startNanos(span);
                        case STATE -> lane.state(span);
                        case ALLOCATED -> lane.allocatedBytes(span);
                        case ITEM -> lane.item(span) < 0 ? -1 : names[lane.item(span)];
                    };
            keys[row] = descending ? ~keys[row] : keys[row];
        }
        return new SpanList(trace, StableOrder.of(places, keys), all);
    }

    /// The place of every item in the order of names.
    private int[] ranks() {
        List<String> items = trace.info().items();
        Integer[] order = new Integer[items.size()];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, Comparator.comparing(items::get, NaturalOrder.OF_NAMES));
        int[] ranks = new int[items.size()];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /// The rows whose page, state or lane holds a text, in upper or lower case.
    public SpanList matching(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return this;
        }
        boolean[] items = holding(trace.info().items().size(), i -> holds(item(i), wanted));
        boolean[] states =
                holding(
                        trace.info().states().size(),
                        i -> holds(trace.info().states().get(i).name(), wanted));
        boolean[] lanes =
                holding(trace.lanes().size(), i -> holds(trace.lanes().get(i).name(), wanted));
        long[] matching = new long[places.length];
        int size = 0;
        for (int row = 0; row < places.length; row++) {
            LaneView lane = lane(row);
            int span = (int) places[row];
            int item = lane.item(span);
            if (lanes[lane.number()] || states[lane.state(span)] || (item >= 0 && items[item])) {
                matching[size++] = places[row];
            }
        }
        return new SpanList(trace, Arrays.copyOf(matching, size), all);
    }

    private String item(int index) {
        return trace.info().items().get(index);
    }

    private static boolean holds(String name, String wanted) {
        return name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static boolean[] holding(int size, IntPredicate holds) {
        boolean[] holding = new boolean[size];
        for (int i = 0; i < size; i++) {
            holding[i] = holds.test(i);
        }
        return holding;
    }
}
