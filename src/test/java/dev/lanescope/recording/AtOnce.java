package dev.lanescope.recording;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whether two lanes of a trace computed at once, told by their CPU clocks: somewhere they used
/// more processor time for whole pages than passed meanwhile. Other programs that have the
/// processors for a while can make that rarer, never seem so.
///
/// By whole pages, because where in a stage a thread waited for the lock is not known, only for how
/// long. Files are left out: in reading and writing an interpreter lets go of its lock.
record AtOnce(List<Visit> visits) {

    private static final Set<String> FILES = Set.of("read", "write");

    /// Shorter than that, the moment between reading one clock and the other counts.
    private static final long SHORTEST = 1_000_000;

    /// One page on one lane.
    ///
    /// @param cpu what was used besides files
    private record Visit(long from, long to, long cpu) {}

    static boolean in(Snapshot trace) {
        var visits = new ArrayList<Visit>();
        trace.lanes().forEach(lane -> add(visits, trace, lane));
        visits.sort(Comparator.comparingLong(Visit::to));
        return new AtOnce(visits).anywhere();
    }

    private static void add(List<Visit> visits, Snapshot trace, LaneView lane) {
        int of = Lane.NO_ITEM;
        for (int at = 0; at + 1 < lane.size(); at++) {
            int item = lane.item(at);
            if (item == Lane.NO_ITEM) {
                continue;
            }
            long cpu = cpuBesidesFiles(trace, lane, at);
            if (item == of) {
                Visit begun = visits.removeLast();
                visits.add(new Visit(begun.from(), lane.endNanos(at), begun.cpu() + cpu));
            } else {
                visits.add(new Visit(lane.startNanos(at), lane.endNanos(at), cpu));
            }
            of = item;
        }
    }

    private static long cpuBesidesFiles(Snapshot trace, LaneView lane, int at) {
        long before = lane.cpuNanos(at);
        long after = lane.cpuNanos(at + 1);
        boolean file = FILES.contains(trace.state(lane.state(at)).name());
        return before < 0 || after < 0 || file ? 0 : after - before;
    }

    private boolean anywhere() {
        return visits.stream().anyMatch(first -> from(first.from()));
    }

    /// A tenth is for the handing over of a lock, in which both run for a moment.
    private boolean from(long start) {
        long used = 0;
        for (Visit visit : visits) {
            used += visit.from() >= start ? visit.cpu() : 0;
            long passed = visit.to() - start;
            if (passed >= SHORTEST && used > passed + passed / 10) {
                return true;
            }
        }
        return false;
    }
}
