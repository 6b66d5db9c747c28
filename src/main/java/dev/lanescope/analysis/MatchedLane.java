package dev.lanescope.analysis;

import dev.lanescope.analysis.Matches.Match;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What was found on one lane: four bytes a place, however many there are, and eight more a visit
/// of a page.
public final class MatchedLane {

    /// Instead of the number of a slice: a page or a span.
    private static final int NO_SLICE = -1;

    private final LaneView lane;

    /// The spans of the places, in ascending order; of what is longer than a span its first.
    private final IntList spans = new IntList();

    /// By place the number of its slice; nothing at all as long as no slice was found.
    private final IntList numbers = new IntList();

    /// The places whose span was found by its own name.
    private final BitSet own = new BitSet();

    private final MatchedSlices slices;

    /// The first and the last spans of the visits of pages that were found, in ascending order.
    private final IntList visits = new IntList();

    private final IntList visitEnds = new IntList();
    private final TimeSlots spanSlots;
    private final TimeSlots visitSlots;

    /// Looks through a lane.
    ///
    /// @param states the codes whose spans all count
    /// @param items those whose visits count, and the slices that have their names
    /// @param slots into how many its time is divided for pictures
    MatchedLane(Snapshot trace, LaneView lane, BitSet states, BitSet items, int slots) {
        this.lane = lane;
        this.spanSlots = new TimeSlots(lane.endNanos(), slots);
        this.visitSlots = new TimeSlots(lane.endNanos(), slots);
        this.slices = new MatchedSlices(trace.nesting(), lane, items, slots);
        var enclosing = new EnclosingSlices(trace, lane);
        int before = Lane.NO_ITEM;
        int slice = 0;
        for (int span = 0; span < lane.size(); span++) {
            int item = lane.item(span);
            boolean arrives = item != Lane.NO_ITEM && item != before && items.get(item);
            boolean isOwn = states.get(lane.state(span)) && !enclosing.isPiece(span);
            if (arrives) {
                addVisit(span);
                addPlace(span, NO_SLICE, isOwn);
            }
            slice = addSlices(slice, span, lane.startNanos(span));
            if (isOwn) {
                spanSlots.take(lane.startNanos(span), lane.endNanos(span));
                if (!arrives) {
                    addPlace(span, NO_SLICE, true);
                }
            }
            slice = addSlices(slice, span, Long.MAX_VALUE);
            before = item;
        }
        spans.trim();
        numbers.trim();
        visits.trim();
        visitEnds.trim();
    }

    private void addVisit(int first) {
        int last = first;
        while (last + 1 < lane.size() && lane.item(last + 1) == lane.item(first)) {
            last++;
        }
        visits.add(first);
        visitEnds.add(last);
        visitSlots.take(lane.startNanos(first), lane.endNanos(last));
    }

    private void addPlace(int span, int slice, boolean isOwn) {
        own.set(spans.size, isOwn);
        spans.add(span);
        if (slices.size() > 0) {
            numbers.add(slice);
        }
    }

    /// Adds the slices from a number on that begin while a span lasts and not after a moment.
    ///
    /// @return the number of the first one that does not
    private int addSlices(int number, int span, long nanos) {
        int next = number;
        while (next < slices.size()
                && slices.get(next).startNanos() <= nanos
                && lane.indexAt(slices.get(next).startNanos()) == span) {
            addPlace(span, next++, false);
        }
        return next;
    }

    private static final class IntList {
        private int[] values = new int[8];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void trim() {
            values = Arrays.copyOf(values, size);
        }

        int get(int index) {
            return values[index];
        }

        /// The index of the first one that is not less.
        int firstFrom(int value) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// The lane as it was looked through.
    public LaneView lane() {
        return lane;
    }

    /// How many places there are.
    public int size() {
        return spans.size;
    }

    /// The span of a place, by its number from 0.
    public int span(int place) {
        return spans.get(place);
    }

    /// Whether the span of a place was found by its own name.
    public boolean isSpan(int place) {
        return own.get(place);
    }

    private boolean isSlice(int place) {
        return place < numbers.size && numbers.get(place) != NO_SLICE;
    }

    private boolean isVisit(int place) {
        int visit = visits.firstFrom(span(place));
        return !isSlice(place) && visit < visits.size && visits.get(visit) == span(place);
    }

    long startNanos(int place) {
        return isSlice(place)
                ? slices.get(numbers.get(place)).startNanos()
                : lane.startNanos(span(place));
    }

    Match match(int place) {
        if (isSlice(place)) {
            return Match.slice(slices.get(numbers.get(place)), span(place));
        }
        return isVisit(place)
                ? Match.page(lane.number(), span(place), startNanos(place))
                : new Match(lane.number(), span(place), startNanos(place));
    }

    /// How many places come before a place, which may lie on another lane.
    int countBefore(Match other) {
        return count(other, 0);
    }

    /// The same with the place itself, if it is one of these.
    int countUpTo(Match other) {
        return count(other, 1);
    }

    private int count(Match other, int bound) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, other) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int place, Match other) {
        int byStart = Long.compare(startNanos(place), other.startNanos());
        return byStart != 0 ? byStart : Matches.IN_TIME.compare(match(place), other);
    }

    /// How many visits of pages were found.
    public int visits() {
        return visits.size;
    }

    /// The number of the first visit that may reach to a span or beyond it.
    public int firstVisitTo(int span) {
        int at = visits.firstFrom(span);
        boolean begins = at < visits.size && visits.get(at) == span;
        return begins ? at : Math.max(0, at - 1);
    }

    public long visitStartNanos(int visit) {
        return lane.startNanos(visits.get(visit));
    }

    public long visitEndNanos(int visit) {
        return lane.endNanos(visitEnds.get(visit));
    }

    /// The slices that were found between the visits and the spans.
    public List<MatchedSlices.Row> slices() {
        return slices.rows();
    }

    /// When spans were in a state that was found.
    public TimeSlots spanSlots() {
        return spanSlots;
    }

    /// When there were visits of pages that were found.
    public TimeSlots visitSlots() {
        return visitSlots;
    }

    /// The number of the first place at or after a span; [#size] if there is none.
    public int firstFrom(int span) {
        return spans.firstFrom(span);
    }
}
