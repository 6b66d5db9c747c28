package dev.lanescope.trace;

import java.util.ArrayList;
import java.util.List;

/// The outermost slices of another tool's trace in a file that does not tell from when to when they
/// last: neighbouring spans of one item are taken for one, if not each of them is that slice
/// itself.
final class OldOutlines {

    private OldOutlines() {}

    static List<NestedSlice> of(Snapshot trace, Allowance memory) throws Refusal {
        var found = new ArrayList<NestedSlice>();
        for (LaneView lane : trace.lanes()) {
            int last = -1;
            for (int first = 0; first < lane.size(); first = last + 1) {
                last = lastOfStay(lane, first);
                if (lane.item(first) != Lane.NO_ITEM && hasOthersInside(trace, lane, first, last)) {
                    memory.spend(2 * EntryForm.OBJECT_BYTES);
                    found.add(
                            new NestedSlice(
                                    lane.number(),
                                    0,
                                    lane.startNanos(first),
                                    lane.endNanos(last),
                                    lane.item(first)));
                }
            }
        }
        return found;
    }

    private static int lastOfStay(LaneView lane, int first) {
        int last = first;
        while (last + 1 < lane.size() && lane.item(last + 1) == lane.item(first)) {
            last++;
        }
        return last;
    }

    private static boolean hasOthersInside(Snapshot trace, LaneView lane, int first, int last) {
        String item = trace.info().items().get(lane.item(first));
        for (int span = first; span <= last; span++) {
            if (!trace.nameOf(lane, span).equals(item)) {
                return lane.endNanos(last) > lane.startNanos(first);
            }
        }
        return false;
    }
}
