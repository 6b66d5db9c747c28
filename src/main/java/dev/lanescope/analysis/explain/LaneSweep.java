package dev.lanescope.analysis.explain;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.List;

/// Goes through all lanes at once, from each moment at which one of them changes its state to the
/// next, and knows how many lanes are in each state meanwhile. The lane that changes next is the
/// root of a heap, so a step takes as many comparisons as the number of lanes has digits.
final class LaneSweep {

    private final List<LaneView> lanes;
    private final long endNanos;
    private final int[] heap; // lanes by when they change next
    private final long[] next; // by lane
    private final int[] at; // span by lane
    private final int[] count; // lanes by state
    private long from;
    private int changed;
    private int before;

    LaneSweep(Snapshot run) {
        lanes = run.lanes();
        endNanos = run.endNanos();
        heap = new int[lanes.size()];
        next = new long[lanes.size()];
        at = new int[lanes.size()];
        count = new int[run.info().states().size()];
        for (int lane = 0; lane < heap.length; lane++) {
            heap[lane] = lane;
            next[lane] = changeAfter(lane);
            count[lanes.get(lane).state(0)]++;
        }
        for (int place = heap.length / 2 - 1; place >= 0; place--) {
            sink(place);
        }
    }

    /// Where the stretch begins in which nothing changes.
    long fromNanos() {
        return from;
    }

    /// Where it ends.
    long toNanos() {
        return Math.min(next[heap[0]], endNanos);
    }

    /// How many lanes are in a state meanwhile.
    int lanesIn(int state) {
        return count[state];
    }

    int stateOf(int lane) {
        return lanes.get(lane).state(at[lane]);
    }

    /// Lets the lane that changes next change. Stretches of no length come as well.
    ///
    /// @return false at the end of the run
    boolean step() {
        int lane = heap[0];
        LaneView view = lanes.get(lane);
        if (at[lane] + 1 == view.size()) {
            return false; // it lasts until the end, and no other lane changes before
        }
        from = next[lane];
        changed = lane;
        before = view.state(at[lane]);
        count[before]--;
        at[lane]++;
        count[view.state(at[lane])]++;
        next[lane] = changeAfter(lane);
        sink(0);
        return true;
    }

    private long changeAfter(int lane) {
        LaneView view = lanes.get(lane);
        return at[lane] + 1 == view.size() ? Long.MAX_VALUE : view.endNanos(at[lane]);
    }

    /// The lane that changed in the last step.
    int changed() {
        return changed;
    }

    /// In which state it had been.
    int before() {
        return before;
    }

    private void sink(int top) {
        int place = top;
        int lane = heap[top];
        while (true) {
            int child = 2 * place + 1;
            if (child >= heap.length) {
                break;
            }
            if (child + 1 < heap.length && next[heap[child + 1]] < next[heap[child]]) {
                child++;
            }
            if (next[heap[child]] >= next[lane]) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = lane;
    }
}
