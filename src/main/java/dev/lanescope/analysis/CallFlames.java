package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds the lane time of a stretch up call by call, for traces of other tools that have calls
/// inside calls: all, work or waiting, and above work the outermost call, then what it called, up
/// to the one that had the thread. Every span counts once, at the tip of its stack, so the sum over
/// the tips is lanes x time to the nanosecond.
///
/// The outermost call and the innermost of the same name with nothing between them are one frame: a
/// trace does not tell them from a single call.
final class CallFlames {

    /// Calls deeper than this count for the one that they lie in.
    static final int MOST_CALLS = 64;

    private final Snapshot trace;
    private final Map<String, Integer> states = new HashMap<>();
    private final Call work = new Call();
    private final Call waiting = new Call();

    /// What was called by the same calls under the same name.
    private static final class Call {
        private final Map<String, Call> inside = new HashMap<>();
        private long nanos;
        private int item = FlameFrame.NONE;

        Call enter(String name, long time) {
            Call call = inside.computeIfAbsent(name, _ -> new Call());
            call.nanos += time;
            return call;
        }
    }

    private CallFlames(Snapshot trace) {
        this.trace = trace;
        List<State> all = trace.info().states();
        for (int code = 0; code < all.size(); code++) {
            states.putIfAbsent(all.get(code).name(), code);
        }
    }

    /// The frame of all lane time in the stretch, with everything in it.
    static FlameFrame of(Snapshot trace, Stretch stretch) {
        var flames = new CallFlames(trace);
        StretchSpans.visit(
                trace,
                stretch,
                (lane, span, nanos) -> {
                    if (nanos > 0) {
                        flames.add(
                                lane,
                                span,
                                Math.max(lane.startNanos(span), stretch.startNanos()),
                                nanos);
                    }
                });
        return flames.frames();
    }

    private void add(LaneView lane, int span, long moment, long nanos) {
        State state = trace.state(lane.state(span));
        Call top = state.kind().isWork() ? work : waiting;
        top.nanos += nanos;
        String last = "";
        int outermost = lane.item(span);
        if (outermost != Lane.NO_ITEM) {
            last = trace.info().items().get(outermost);
            top = top.enter(last, nanos);
            top.item = outermost;
        }
        List<NestedSlice> between = trace.nesting().around(lane.number(), moment);
        for (NestedSlice slice : between.subList(0, Math.min(between.size(), MOST_CALLS))) {
            last = trace.info().items().get(slice.item());
            top = top.enter(last, nanos);
        }
        if (!last.equals(state.name())) {
            top.enter(state.name(), nanos);
        }
    }

    private FlameFrame frames() {
        List<FlameFrame> purposes = new ArrayList<>();
        if (work.nanos > 0) {
            purposes.add(frame(FlameFrame.Level.PURPOSE, "work", work));
        }
        if (waiting.nanos > 0) {
            purposes.add(frame(FlameFrame.Level.PURPOSE, "waiting", waiting));
        }
        return new FlameFrame(
                FlameFrame.Level.ALL,
                "all lane time",
                FlameFrame.NONE,
                FlameFrame.NONE,
                work.nanos + waiting.nanos,
                purposes);
    }

    /// Only a call that calls nothing is a state by itself; others have the colour of the state
    /// that bears their name.
    private FlameFrame frame(FlameFrame.Level level, String name, Call call) {
        List<FlameFrame> inside = new ArrayList<>();
        call.inside.forEach((called, its) ->
                inside.add(
                        frame(
                                its.inside.isEmpty() && states.containsKey(called)
                                        ? FlameFrame.Level.STATE
                                        : FlameFrame.Level.DETAIL,
                                called,
                                its)));
        boolean purpose = level == FlameFrame.Level.PURPOSE;
        int state =
                purpose
                        ? FlameFrame.NONE
                        : Optional.ofNullable(states.get(name)).orElse(FlameFrame.NONE);
        return new FlameFrame(
                level, name, state, call.item, call.nanos, FlameGraph.largest(inside));
    }
}
