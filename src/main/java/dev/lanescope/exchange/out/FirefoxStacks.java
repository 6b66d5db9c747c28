package dev.lanescope.exchange.out;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a lane is in a Firefox profile: markers, always in the same order, and samples with stacks.
/// The profile wants both column by column, so the lane is walked along once a column instead of
/// being collected; only different stacks and names are kept.
///
/// Of a run of ours a stack is a state; pages are markers around. Of another tool's trace it is the
/// slices that lie in each other.
final class FirefoxStacks {

    static final int NO_STACK = -1;

    /// Of the marker of a stay.
    static final int NO_SPAN = -1;

    /// A marker.
    ///
    /// @param name index in the thread's list of strings
    /// @param kind what it is called, by the number of [LaneWalk], for its category
    /// @param span index of the span, or [#NO_SPAN]
    record Marker(int name, int kind, long startNanos, long endNanos, int item, int span) {}

    /// Takes a sample.
    interface Sample {
        void take(int stack, long startNanos, long endNanos) throws IOException;
    }

    /// Takes a marker.
    interface MarkerTaker {
        void take(Marker marker) throws IOException;
    }

    private final Snapshot trace;
    private final RunInfo info;
    private final LaneView lane;
    private final List<Integer> names = new ArrayList<>();
    private final Map<Integer, Integer> nameNumbers = new HashMap<>();
    private final List<Long> stacks = new ArrayList<>();
    private final Map<Long, Integer> stackNumbers = new HashMap<>();
    private final int[] ofStates;

    private FirefoxStacks(Snapshot trace, LaneView lane) {
        this.trace = trace;
        this.info = trace.info();
        this.lane = lane;
        this.ofStates = new int[info.states().size()];
    }

    static FirefoxStacks of(Snapshot trace, LaneView lane) throws IOException {
        var stacks = new FirefoxStacks(trace, lane);
        stacks.eachSample((_, _, _) -> {}); // to know them all
        return stacks;
    }

    /// Those of a thread that has none.
    static FirefoxStacks none(Snapshot trace) {
        return new FirefoxStacks(trace, trace.lanes().getFirst());
    }

    LaneView lane() {
        return lane;
    }

    /// The names in the order of the thread's strings, by the numbers of [LaneWalk].
    List<Integer> names() {
        return names;
    }

    /// How many stacks there are.
    int size() {
        return stacks.size();
    }

    /// The name at the top of a stack, as an index of the thread's strings.
    int name(int stack) {
        return (int) (long) stacks.get(stack);
    }

    /// What a stack stands on, or [#NO_STACK].
    int prefix(int stack) {
        return (int) (stacks.get(stack) >> Integer.SIZE);
    }

    private int nameNumber(int name) {
        return nameNumbers.computeIfAbsent(
                name,
                added -> {
                    names.add(added);
                    return names.size() - 1;
                });
    }

    /// Most stacks are a state and nothing else.
    private int stack(int prefix, int name) {
        if (prefix != NO_STACK || name >= ofStates.length) {
            return stackOf(prefix, name);
        }
        if (ofStates[name] == 0) {
            ofStates[name] = 1 + stackOf(prefix, name);
        }
        return ofStates[name] - 1;
    }

    private int stackOf(int prefix, int name) {
        long key = (long) prefix << Integer.SIZE | nameNumber(name);
        return stackNumbers.computeIfAbsent(
                key,
                added -> {
                    stacks.add(added);
                    return stacks.size() - 1;
                });
    }

    void eachSample(Sample sample) throws IOException {
        Deque<Integer> open = new ArrayDeque<>();
        LaneWalk.along(
                trace,
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        if (info.isForeign()) {
                            open.push(stack(top(), info.states().size() + item));
                        }
                    }

                    private int top() {
                        return open.isEmpty() ? NO_STACK : open.peek();
                    }

                    @Override
                    public void span(int index) throws IOException {
                        take(stack(top(), LaneWalk.name(info, lane, index)), index);
                    }

                    @Override
                    public void piece(int index) throws IOException {
                        take(top(), index);
                    }

                    private void take(int stack, int index) throws IOException {
                        sample.take(stack, lane.startNanos(index), lane.endNanos(index));
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        if (info.isForeign()) {
                            open.pop();
                        }
                    }
                });
    }

    void eachMarker(MarkerTaker taker) throws IOException {
        LaneWalk.along(
                trace,
                lane,
                new LaneWalk.Listener() {
                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos)
                            throws IOException {
                        int kind = info.states().size() + item;
                        int name = info.isForeign() ? nameNumber(kind) : names.size();
                        int told = info.isForeign() ? Lane.NO_ITEM : item;
                        taker.take(new Marker(name, kind, startNanos, endNanos, told, NO_SPAN));
                    }

                    @Override
                    public void span(int index) throws IOException {
                        int kind = LaneWalk.name(info, lane, index);
                        taker.take(
                                new Marker(
                                        nameNumber(kind),
                                        kind,
                                        lane.startNanos(index),
                                        lane.endNanos(index),
                                        info.isForeign() ? Lane.NO_ITEM : lane.item(index),
                                        index));
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        // its beginning told
                    }
                });
    }
}
