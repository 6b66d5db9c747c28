package dev.lanescope.analysis;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How long a run with one lane computed, and how long it waited for the outside world: what it was
/// without a processor while it read, wrote or paused. A processor that somebody else took while it
/// computed is no wait.
public record ComputeAndWait(long computeNanos, long waitNanos) {

    private static final List<String> OUTSIDE = List.of("read", "write");

    public ComputeAndWait {
        if (computeNanos < 1 || waitNanos < 0) {
            throw new IllegalArgumentException(computeNanos + " ns and " + waitNanos + " ns");
        }
    }

    /// Empty if there are several lanes, or if the lane's CPU time is not known.
    public static Optional<ComputeAndWait> of(Snapshot run) {
        OptionalLong cpu = RunSummary.of(run).cpuNanos();
        if (run.lanes().size() != 1 || cpu.isEmpty()) {
            return Optional.empty();
        }
        LaneTime time = LaneTime.of(run);
        long outside = time.nanos(State.Kind.IO);
        for (int code = 0; code < run.info().states().size(); code++) {
            State state = run.state(code);
            boolean work = state.kind().isWork() && OUTSIDE.contains(state.name());
            outside += work ? time.nanos(code) : 0;
        }
        long active = time.nanos(State.Kind.WORK) + time.nanos(State.Kind.IO);
        long without = Math.max(0, active - cpu.getAsLong());
        long wait = Math.min(outside, without);
        return active - wait < 1
                ? Optional.empty()
                : Optional.of(new ComputeAndWait(active - wait, wait));
    }

    /// How long it waits for each nanosecond that it computes.
    public double waitByCompute() {
        return (double) waitNanos / computeNanos;
    }
}
