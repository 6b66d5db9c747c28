package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

/// How much longer a lane ran than the CPU time that it got: no more than that can it have lacked a
/// processor. What the kernel counts as waiting for one includes how late a thread came back from a
/// lock or a queue, which is no time of running.
///
/// Between two readings of the lane's CPU clock it is the time in running states, outside of stops,
/// less the CPU time; what no two readings enclose counts in full, for nothing speaks against it.
final class Shortfall {

    private Shortfall() {}

    /// The most that a lane can have waited for a processor while it ran.
    static long most(Snapshot run, LaneView lane, Intervals stops) {
        long cpu = Lane.NOT_READ;
        long since = 0;
        long most = 0;
        for (int span = 0; span < lane.size(); span++) {
            long reading = lane.cpuNanos(span);
            if (reading != Lane.NOT_READ) {
                most += cpu == Lane.NOT_READ ? since : Math.max(0, since - (reading - cpu));
                cpu = reading;
                since = 0;
            }
            if (Preemption.runs(run.state(lane.state(span)))) {
                long start = lane.startNanos(span);
                long end = lane.endNanos(span);
                since += end - start - (stops.isEmpty() ? 0 : stops.nanosWithin(start, end));
            }
        }
        return most + since;
    }
}
