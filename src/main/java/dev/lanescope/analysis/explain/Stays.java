package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;

/// All stays of items on lanes, lane by lane in the order of time. A stay goes on over waits in
/// between, as for a lock, as long as the lane takes up no other item.
final class Stays {

    private static final int STATES_IN_MASK = 63;

    private int size;
    private int[] lane = new int[64];
    private int[] item = new int[64];
    private int[] first = new int[64];
    private int[] last = new int[64];
    private long[] start = new long[64];
    private long[] end = new long[64];
    private long[] work = new long[64];
    private long[] stages = new long[64];

    private int[] begin = {};

    private Stays() {}

    static Stays of(Snapshot run) {
        var stays = new Stays();
        boolean[] works = new boolean[run.info().states().size()];
        for (int state = 0; state < works.length; state++) {
            works[state] = run.state(state).kind().isWork();
        }
        stays.begin = new int[run.lanes().size() + 1];
        for (LaneView view : run.lanes()) {
            stays.read(view, works);
            stays.begin[view.number() + 1] = stays.size;
        }
        return stays;
    }

    private void read(LaneView view, boolean[] works) {
        int now = Lane.NO_ITEM;
        for (int span = 0; span < view.size(); span++) {
            int next = view.item(span);
            if (next == Lane.NO_ITEM) {
                continue;
            }
            if (next != now) {
                begin(view, span);
                now = next;
            }
            int stay = size - 1;
            int state = view.state(span);
            last[stay] = span;
            end[stay] = view.endNanos(span);
            if (works[state]) {
                work[stay] += end[stay] - view.startNanos(span);
                stages[stay] |= 1L << (state & STATES_IN_MASK);
            }
        }
    }

    private void begin(LaneView view, int span) {
        if (size == lane.length) {
            int room = 2 * size;
            lane = Arrays.copyOf(lane, room);
            item = Arrays.copyOf(item, room);
            first = Arrays.copyOf(first, room);
            last = Arrays.copyOf(last, room);
            start = Arrays.copyOf(start, room);
            end = Arrays.copyOf(end, room);
            work = Arrays.copyOf(work, room);
            stages = Arrays.copyOf(stages, room);
        }
        lane[size] = view.number();
        item[size] = view.item(span);
        first[size] = span;
        start[size] = view.startNanos(span);
        size++;
    }

    int size() {
        return size;
    }

    /// The first stay of a lane; the next lane's first one follows its last.
    int begin(int ofLane) {
        return begin[ofLane];
    }

    /// The first stay on a lane that begins after a span; that of the next lane if there is none.
    int after(int ofLane, int span) {
        int low = begin[ofLane];
        int high = begin[ofLane + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] > span) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    int lane(int stay) {
        return lane[stay];
    }

    int item(int stay) {
        return item[stay];
    }

    /// Its first span.
    int first(int stay) {
        return first[stay];
    }

    /// Its last span with the item.
    int last(int stay) {
        return last[stay];
    }

    long startNanos(int stay) {
        return start[stay];
    }

    long endNanos(int stay) {
        return end[stay];
    }

    long nanos(int stay) {
        return end[stay] - start[stay];
    }

    /// How much of it was work.
    long workNanos(int stay) {
        return work[stay];
    }

    /// Which states of work it has, a bit each.
    long stages(int stay) {
        return stages[stay];
    }
}
