package dev.lanescope.recording.faults;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.ProcessEnd;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

/// What a fault cost the workers themselves, as their lanes tell it.
///
/// @param workersLost how many did not come back and had to be left behind
/// @param restartNanos how long workers that had worked before were being started again, all
///   together: how long the recovery took
record Aftermath(int workersLost, long restartNanos) {

    /// @param restarts whether the model starts workers again; others say that a worker is being
    ///   started for other reasons
    static Aftermath of(Snapshot trace, boolean restarts) {
        int lost = 0;
        long restart = 0;
        for (LaneView lane : trace.lanes()) {
            boolean worked = false;
            boolean isLost = false;
            for (int span = 0; span < lane.size(); span++) {
                State state = trace.state(lane.state(span));
                State.Kind kind = state.kind();
                boolean hangs = kind == State.Kind.LOST && !ProcessEnd.isOne(state);
                isLost = hangs || (isLost && !kind.isWork());
                worked |= kind != State.Kind.STARTING;
                if (restarts && worked && kind == State.Kind.STARTING) {
                    restart += lane.endNanos(span) - lane.startNanos(span);
                }
            }
            lost += isLost ? 1 : 0;
        }
        return new Aftermath(lost, restart);
    }
}
