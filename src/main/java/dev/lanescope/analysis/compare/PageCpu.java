package dev.lanescope.analysis.compare;

import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;
import java.util.OptionalLong;

/// The CPU time of some spans of work. A lane's clock is read about once a millisecond, so a
/// reading often covers several spans; of what they used each gets what its time is of all work
/// between the readings, and never more than its own time.
final class PageCpu {

    private final Snapshot run;
    private double nanos;
    private boolean known = true;
    private boolean exact = true;

    PageCpu(Snapshot run) {
        this.run = run;
    }

    void add(LaneView lane, int span) {
        long own = lane.exactCpuNanos(span);
        if (own != Lane.NOT_READ) {
            nanos += own;
            return;
        }
        exact = false;
        Optional<CpuTime> around = lane.cpuTime(span);
        if (around.isEmpty()) {
            known = false;
            return;
        }
        int first = span;
        while (lane.cpuNanos(first) == Lane.NOT_READ) {
            first--;
        }
        long work = 0;
        for (int at = first; at < first + around.get().spans(); at++) {
            work += run.state(lane.state(at)).kind().isWork() ? length(lane, at) : 0;
        }
        long mine = length(lane, span);
        double part = work == 0 ? 0 : (double) around.get().cpuNanos() * mine / work;
        nanos += Math.min((double) mine, part);
    }

    private static long length(LaneView lane, int span) {
        return lane.endNanos(span) - lane.startNanos(span);
    }

    /// Empty if some of it lies outside of all readings.
    OptionalLong nanos() {
        return known ? OptionalLong.of(Math.round(nanos)) : OptionalLong.empty();
    }

    boolean isExact() {
        return exact;
    }
}
