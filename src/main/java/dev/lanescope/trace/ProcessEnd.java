package dev.lanescope.trace;

import java.util.Optional;

/// How the process ended that a lane lived in: a state of the lane says when, and a fact of the
/// trace says how, one for each time.
public final class ProcessEnd {

    /// The name of the state: from when on the process was gone, until another took its place.
    public static final String STATE = "process gone";

    private ProcessEnd() {}

    /// Whether a process is gone in that state.
    public static boolean isOne(State state) {
        return state.kind() == State.Kind.LOST && state.name().equals(STATE);
    }

    /// What a trace keeps of one.
    ///
    /// @param lane its number, from 0
    /// @param time the how manieth on this lane, from 1
    /// @param how a sentence without its full stop
    public static Fact fact(int lane, int time, String how) {
        return new Fact(name(lane, time), how);
    }

    private static String name(int lane, int time) {
        return "Process gone, lane " + (lane + 1) + (time == 1 ? "" : ", no. " + time);
    }

    /// How the process ended that is gone in a span, if it is one and the trace tells; looks
    /// through the lane.
    public static Optional<String> why(Snapshot trace, Span span) {
        if (!isOne(trace.stateOf(span))) {
            return Optional.empty();
        }
        LaneView lane = trace.lanes().get(span.lane());
        int time = 0;
        boolean wasGone = false;
        for (int at = 0; at <= span.index(); at++) {
            boolean isGone = lane.state(at) == span.state();
            time += isGone && !wasGone ? 1 : 0;
            wasGone = isGone;
        }
        String name = name(lane.number(), time);
        return trace.info().facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }
}
