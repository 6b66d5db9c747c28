package dev.lanescope.exchange.out;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;

import java.io.IOException;

/// Goes along a lane and tells its spans in their order, and around them the stays of items:
/// stretches of neighbouring spans that belong to one item. Stays never overlap, and each span lies
/// within one or within none.
final class LaneWalk {

    /// Who is told. All times are nanoseconds since the first submit.
    interface Listener {

        void stayBegins(int item, long startNanos, long endNanos) throws IOException;

        void span(int index) throws IOException;

        void stayEnds(int item, long endNanos) throws IOException;
    }

    private LaneWalk() {}

    static void along(LaneView lane, Listener listener) throws IOException {
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
}
