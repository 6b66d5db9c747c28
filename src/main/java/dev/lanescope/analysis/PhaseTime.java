package dev.lanescope.analysis;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;

/// When a phase of a run began and ended. Phases follow each other without a gap: one begins when
/// the last item of the one before is done, and the last one ends with the run. What lies between
/// that moment and the phase's own first span is its serial part.
///
/// @param phase which one
/// @param items how many items it has
/// @param startNanos nanoseconds since the first submit
/// @param endNanos likewise
public record PhaseTime(Phase phase, int items, long startNanos, long endNanos) {

    /// All phases of a run, in their order. Of a run that is still going on, or was stopped, phases
    /// that have not begun start and end at its end.
    public static List<PhaseTime> of(Snapshot snapshot) {
        RunInfo info = snapshot.info();
        long[] lastNanos = new long[info.phases().size()];
        for (LaneView lane : snapshot.lanes()) {
            visit(lane, info, lastNanos);
        }
        var times = new ArrayList<PhaseTime>(lastNanos.length);
        long start = 0;
        for (int phase = 0; phase < lastNanos.length; phase++) {
            boolean last = phase == lastNanos.length - 1;
            int first = info.phases().get(phase).firstItem();
            int next = last ? info.items().size() : info.phases().get(phase + 1).firstItem();
            boolean begun = lastNanos[phase] > 0 || next == first;
            long end = last || !begun ? snapshot.endNanos() : Math.max(start, lastNanos[phase]);
            times.add(new PhaseTime(info.phases().get(phase), next - first, start, end));
            start = end;
        }
        return times;
    }

    /// From the end of a lane back to its last item of the first phase, which is what came before
    /// all others: of a run of one phase that is the last item of the lane.
    private static void visit(LaneView lane, RunInfo info, long[] lastNanos) {
        for (int span = lane.size() - 1; span >= 0; span--) {
            if (lane.item(span) >= 0) {
                int phase = phaseOf(lane.item(span), info);
                lastNanos[phase] = Math.max(lastNanos[phase], lane.endNanos(span));
                if (phase == 0) {
                    return;
                }
            }
        }
    }

    private static int phaseOf(int item, RunInfo info) {
        int phase = info.phases().size() - 1;
        while (phase > 0 && info.phases().get(phase).firstItem() > item) {
            phase--;
        }
        return phase;
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
