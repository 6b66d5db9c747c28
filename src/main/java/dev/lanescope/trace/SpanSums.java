package dev.lanescope.trace;

/// What some spans of a lane add up to: the time of each state, the time that belongs to items, and
/// how often the item changes. Made once and used for many sums. Not for use by several threads.
public final class SpanSums {

    long[] nanos = {};
    int offset;
    long itemNanos;
    int itemChanges;
    private long visited;

    /// Begins anew: the times of the states are added to an array of the caller, from a place on;
    /// all else begins with nothing.
    ///
    /// @param byState is not cleared
    public void begin(long[] byState, int at) {
        nanos = byState;
        offset = at;
        itemNanos = 0;
        itemChanges = 0;
    }

    /// How much of the time belongs to items.
    public long itemNanos() {
        return itemNanos;
    }

    /// How many of the spans have another item than the span before them.
    public int itemChanges() {
        return itemChanges;
    }

    /// How many spans have been looked at one by one since this was made; the others were summed up
    /// before. It tells the effort, whatever the machine.
    public long visited() {
        return visited;
    }

    void visited(int spans) {
        visited += spans;
    }

    /// A span that ends before it starts counts nothing; so the sum of a lane that went back in
    /// time comes out too large, and is found out.
    void visit(Lane lane, int first, int end) {
        if (first >= end) {
            return;
        }
        visited += end - first;
        int before = first == 0 ? Lane.NO_ITEM : lane.item(first - 1);
        long start = lane.startNanos(first);
        for (int span = first; span < end; span++) {
            long next = lane.startNanos(span + 1);
            add(lane.state(span), lane.item(span), Math.max(0, next - start), before);
            before = lane.item(span);
            start = next;
        }
    }

    void add(int state, int item, long length, int itemBefore) {
        nanos[offset + state] += length;
        itemNanos += item == Lane.NO_ITEM ? 0 : length;
        itemChanges += item == itemBefore ? 0 : 1;
    }
}
