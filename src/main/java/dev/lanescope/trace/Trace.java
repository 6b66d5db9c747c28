package dev.lanescope.trace;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// A run as it is being recorded or has been: its lanes, and where it ends. Writers append to the
/// lanes; everybody else takes a [Snapshot].
public final class Trace {

    private static final long RUNNING = -1;

    private final RunInfo info;
    private final List<Lane> lanes;
    private volatile long endNanos = RUNNING;

    /// @param firstState the code of the state in which every lane begins
    public Trace(RunInfo info, int firstState) {
        this.info = info;
        this.lanes =
                Stream.iterate(1, number -> number + 1)
                        .limit(info.workers())
                        .map(number -> new Lane("worker " + number, firstState))
                        .toList();
    }

    public RunInfo info() {
        return info;
    }

    public Lane lane(int number) {
        return lanes.get(number);
    }

    /// Ends the run. What a straggler still appends does not count.
    public void finish(long makespanNanos) {
        endNanos = makespanNanos;
    }

    /// What stands in the trace now.
    ///
    /// @param clock nanoseconds since the first submit; asked only if the run is not finished, and
    ///   after the lanes, so that every transition seen lies before the answer
    public Snapshot snapshot(LongSupplier clock) {
        long end = endNanos;
        int[] sizes = lanes.stream().mapToInt(Lane::size).toArray();
        boolean finished = end != RUNNING;
        return Snapshot.of(info, lanes, sizes, finished ? end : clock.getAsLong(), finished);
    }
}
