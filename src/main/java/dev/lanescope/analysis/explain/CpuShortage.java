package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// How long lanes were about to compute but had no processor.
///
/// Two figures that know nothing of each other. The *missing* time comes from the threads' CPU
/// clocks: between two readings, the time in computing states less what stood still and less the
/// CPU time used. The thread may have used some of that in other states, so at least so much is
/// missing. The *crowded* time comes from the lanes alone: whenever more of them compute than there
/// are processors, the surplus must wait.
///
/// Reading and writing do not count: who does that may wait for a disk.
///
/// @param missingNanos empty if the CPU clocks of less than half of the computing are known
/// @param computingNanos lane time in computing states
/// @param crowdedNanos empty if the number of processors is not known
record CpuShortage(OptionalLong missingNanos, long computingNanos, OptionalLong crowdedNanos) {

    static CpuShortage of(Snapshot run, Intervals stops, OptionalInt processors) {
        boolean[] computes = new boolean[run.info().states().size()];
        for (int state = 0; state < computes.length; state++) {
            computes[state] = computes(run.state(state));
        }
        var sums = new Sums();
        run.lanes().forEach(lane -> sums.add(lane, computes, stops));
        return new CpuShortage(
                2 * sums.covered >= sums.computing && sums.covered > 0
                        ? OptionalLong.of(sums.missing)
                        : OptionalLong.empty(),
                sums.computing,
                processors.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(crowded(run, computes, processors.getAsInt())));
    }

    static boolean computes(State state) {
        return state.kind().isWork()
                && !state.name().equals("read")
                && !state.name().equals("write");
    }

    private static long crowded(Snapshot run, boolean[] computes, int processors) {
        if (run.lanes().size() <= processors) {
            return 0;
        }
        var sweep = new LaneSweep(run);
        int computing = 0;
        for (int state = 0; state < computes.length; state++) {
            computing += computes[state] ? sweep.lanesIn(state) : 0;
        }
        long sum = 0;
        do {
            sum += Math.max(0, computing - processors) * (sweep.toNanos() - sweep.fromNanos());
            if (!sweep.step()) {
                return sum;
            }
            computing += computes[sweep.stateOf(sweep.changed())] ? 1 : 0;
            computing -= computes[sweep.before()] ? 1 : 0;
        } while (true);
    }

    private static final class Sums {
        long missing;
        long covered;
        long computing;

        void add(LaneView lane, boolean[] computes, Intervals stops) {
            long readAt = 0;
            long cpu = Lane.NOT_READ;
            long sinceReading = 0;
            for (int span = 0; span < lane.size(); span++) {
                long reading = lane.cpuNanos(span);
                if (reading != Lane.NOT_READ) {
                    long now = lane.startNanos(span);
                    if (cpu != Lane.NOT_READ) {
                        long stood = stops.isEmpty() ? 0 : stops.nanosWithin(readAt, now);
                        missing += Math.max(0, sinceReading - stood - (reading - cpu));
                        covered += sinceReading;
                    }
                    cpu = reading;
                    readAt = now;
                    sinceReading = 0;
                }
                if (computes[lane.state(span)]) {
                    long nanos = lane.endNanos(span) - lane.startNanos(span);
                    sinceReading += nanos;
                    computing += nanos;
                }
            }
        }
    }
}
