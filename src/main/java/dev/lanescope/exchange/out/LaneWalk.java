package dev.lanescope.exchange.out;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Goes along a lane and tells its spans in their order, and around them stays, which lie beside or
/// inside each other. Each span lies within all stays that have begun and not ended.
///
/// On a lane of our own a stay is one of an item: neighbouring spans that belong to it. On one of
/// another tool a stay is a slice that has others inside, and a span one that has none; of a slice
/// that others interrupt the pieces in between are not told, and nothing is told where the tool
/// told nothing. So each slice comes once.
final class LaneWalk {

    /// Who is told. All times are nanoseconds since the first submit.
    interface Listener {

        void stayBegins(int item, long startNanos, long endNanos) throws IOException;

        void span(int index) throws IOException;

        /// A piece of the stay that began last and has not ended, on a lane of another tool.
        default void piece(int index) throws IOException {
            // most writers tell the stay, and that is all
        }

        void stayEnds(int item, long endNanos) throws IOException;
    }

    private LaneWalk() {}

    static void along(Snapshot trace, LaneView lane, Listener listener) throws IOException {
        if (trace.info().isForeign()) {
            alongSlices(trace, lane, listener);
        } else {
            alongStays(lane, listener);
        }
    }

    /// What a span is called, as a number: its state, or after the last state its item.
    static int name(RunInfo info, LaneView lane, int span) {
        int state = lane.state(span);
        boolean shared = info.sharesState(state) && lane.item(span) != Lane.NO_ITEM;
        return shared ? info.states().size() + lane.item(span) : state;
    }

    private static void alongStays(LaneView lane, Listener listener) throws IOException {
        int span = 0;
        while (span < lane.size()) {
            int item = lane.item(span);
            int last = item == Lane.NO_ITEM ? span : lastOfStay(lane, span);
            long end = lane.endNanos(last);
            if (item != Lane.NO_ITEM) {
                listener.stayBegins(item, lane.startNanos(span), end);
            }
            for (int index = span; index <= last; index++) {
                listener.span(index);
            }
            if (item != Lane.NO_ITEM) {
                listener.stayEnds(item, end);
            }
            span = last + 1;
        }
    }

    private static int lastOfStay(LaneView lane, int first) {
        int last = first;
        while (last + 1 < lane.size() && lane.item(last + 1) == lane.item(first)) {
            last++;
        }
        return last;
    }

    private static void alongSlices(Snapshot trace, LaneView lane, Listener listener)
            throws IOException {
        List<NestedSlice> stays = stays(trace, lane);
        Deque<NestedSlice> open = new ArrayDeque<>();
        int next = 0;
        for (int span = 0; span < lane.size(); span++) {
            long start = lane.startNanos(span);
            end(open, start, listener);
            while (next < stays.size() && stays.get(next).startNanos() <= start) {
                NestedSlice stay = stays.get(next++);
                listener.stayBegins(stay.item(), stay.startNanos(), stay.endNanos());
                open.addLast(stay);
            }
            if (isSlice(trace, lane, span, open)) {
                listener.span(span);
            } else if (!trace.info().isUntold(lane.state(span))) {
                listener.piece(span);
            }
        }
        end(open, Long.MAX_VALUE, listener);
    }

    private static void end(Deque<NestedSlice> open, long moment, Listener listener)
            throws IOException {
        while (!open.isEmpty() && open.getLast().endNanos() <= moment) {
            NestedSlice ended = open.removeLast();
            listener.stayEnds(ended.item(), ended.endNanos());
        }
    }

    /// Whether a span is a slice with none inside, and not a piece of the one that it lies in.
    private static boolean isSlice(
            Snapshot trace, LaneView lane, int span, Deque<NestedSlice> open) {
        if (trace.info().isUntold(lane.state(span))) {
            return false;
        }
        boolean lasts = lane.endNanos(span) > lane.startNanos(span);
        return open.isEmpty()
                || !lasts
                || !trace.nameOf(lane, span)
                        .equals(trace.info().items().get(open.getLast().item()));
    }

    /// What has others inside, by start, the outer ones first. Each begins and ends with spans of
    /// its lane, and within the one around it: a file that somebody made may say otherwise.
    private static List<NestedSlice> stays(Snapshot trace, LaneView lane) {
        List<NestedSlice> stays = new ArrayList<>();
        Deque<Long> ends = new ArrayDeque<>();
        for (NestedSlice told : trace.nesting().ofLane(lane.number())) {
            long start = lane.startNanos(lane.indexAt(told.startNanos()));
            long end = lane.endNanos(lane.indexAt(told.endNanos() - 1));
            while (!ends.isEmpty() && ends.getLast() <= start) {
                ends.removeLast();
            }
            if (!ends.isEmpty()) {
                end = Math.min(end, ends.getLast());
            }
            if (told.nanos() > 0 && end > start) {
                ends.addLast(end);
                stays.add(new NestedSlice(lane.number(), told.depth(), start, end, told.item()));
            }
        }
        return stays;
    }
}
