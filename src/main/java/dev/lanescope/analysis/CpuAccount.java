package dev.lanescope.analysis;

import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.Optional;
import java.util.OptionalLong;

/// How much CPU time a run used, as far as its threads' clocks were read: on every lane from its
/// first reading to its last.
final class CpuAccount {

    private CpuAccount() {}

    /// Empty if there is a lane whose CPU time is not known.
    static OptionalLong nanos(Snapshot snapshot) {
        long sum = 0;
        for (LaneView lane : snapshot.lanes()) {
            OptionalLong known = nanos(lane);
            if (known.isEmpty()) {
                return known;
            }
            sum += known.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /// Goes from reading to reading. The CPU time around a span is known if one reading lies before
    /// it and one after, so the spans where it is known are one stretch: its beginning is looked
    /// for in ever longer strides and then by halving.
    private static OptionalLong nanos(LaneView lane) {
        int unknown = -1;
        int known = 0;
        while (lane.cpuTime(known).isEmpty()) {
            unknown = known;
            known = 2 * known + 1;
            if (known >= lane.size()) {
                return OptionalLong.empty();
            }
        }
        while (known - unknown > 1) {
            int middle = (known + unknown) >>> 1;
            if (lane.cpuTime(middle).isPresent()) {
                known = middle;
            } else {
                unknown = middle;
            }
        }
        long sum = 0;
        int span = known;
        while (span < lane.size()) {
            Optional<CpuTime> time = lane.cpuTime(span);
            if (time.isEmpty()) {
                break;
            }
            sum += time.get().cpuNanos();
            span += time.get().spans();
        }
        return OptionalLong.of(sum);
    }
}
