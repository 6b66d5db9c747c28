package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;

import java.util.Arrays;
import java.util.BitSet;

/// What was found on one lane: four bytes a place, however many there are, and eight more a visit
/// of a page.
public final class MatchedLane {

    private final LaneView lane;

    /// The spans that were found, in ascending order; of a page the first of each visit.
    private final int[] spans;

    /// The first and the last spans of the visits of pages that were found, in ascending order.
    private final int[] visits;

    private final int[] visitEnds;
    private final BitSet states;
    private final TimeSlots spanSlots;
    private final TimeSlots visitSlots;

    /// Looks through a lane.
    ///
    /// @param states the codes whose spans all count
    /// @param items those whose visits count
    /// @param slots into how many its time is divided for pictures
    MatchedLane(LaneView lane, BitSet states, BitSet items, int slots) {
        this.lane = lane;
        this.states = states;
        this.spanSlots = new TimeSlots(lane.endNanos(), slots);
        this.visitSlots = new TimeSlots(lane.endNanos(), slots);
        var found = new IntList();
        var firsts = new IntList();
        var lasts = new IntList();
        int before = Lane.NO_ITEM;
        for (int span = 0; span < lane.size(); span++) {
            int item = lane.item(span);
            boolean arrives = item != Lane.NO_ITEM && item != before && items.get(item);
            boolean isState = states.get(lane.state(span));
            if (arrives) {
                int last = lastOfVisit(lane, span);
                firsts.add(span);
                lasts.add(last);
                visitSlots.take(lane.startNanos(span), lane.endNanos(last));
            }
            if (isState) {
                spanSlots.take(lane.startNanos(span), lane.endNanos(span));
            }
            if (arrives || isState) {
                found.add(span);
            }
            before = item;
        }
        spans = found.toArray();
        visits = firsts.toArray();
        visitEnds = lasts.toArray();
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

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private static int lastOfVisit(LaneView lane, int first) {
        int last = first;
        while (last + 1 < lane.size() && lane.item(last + 1) == lane.item(first)) {
            last++;
        }
        return last;
    }

    /// The lane as it was looked through.
    public LaneView lane() {
        return lane;
    }

    /// How many places there are.
    public int size() {
        return spans.length;
    }

    /// The span of a place, by its number from 0.
    public int span(int place) {
        return spans[place];
    }

    /// Whether the span of a place was found by its state.
    public boolean isSpan(int place) {
        return states.get(lane.state(spans[place]));
    }

    /// How many visits of pages were found.
    public int visits() {
        return visits.length;
    }

    /// The number of the first visit that may reach to a span or beyond it.
    public int firstVisitTo(int span) {
        int at = Arrays.binarySearch(visits, span);
        return at >= 0 ? at : Math.max(0, -2 - at);
    }

    public long visitStartNanos(int visit) {
        return lane.startNanos(visits[visit]);
    }

    public long visitEndNanos(int visit) {
        return lane.endNanos(visitEnds[visit]);
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
        int at = Arrays.binarySearch(spans, span);
        return at >= 0 ? at : -1 - at;
    }

    /// How many places begin before a moment.
    int countBefore(long nanos) {
        int low = 0;
        int high = spans.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lane.startNanos(spans[middle]) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
