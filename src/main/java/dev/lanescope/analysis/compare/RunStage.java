package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;

/// A part of a run that other runs of the same content have as well, in the same order: what came
/// before the first page was begun, and then each phase. They follow each other without a gap.
///
/// @param name the same in all runs, e.g. `start-up` or `pages`
/// @param startNanos nanoseconds since the first submit
/// @param endNanos likewise
public record RunStage(String name, long startNanos, long endNanos) {

    public static final String START_UP = "start-up";

    /// All stages of a run that is over.
    public static List<RunStage> of(Snapshot run) {
        List<PhaseTime> phases = PhaseTime.of(run);
        long begun = Math.min(firstItem(run), phases.getFirst().endNanos());
        var stages = new ArrayList<RunStage>();
        stages.add(new RunStage(START_UP, 0, begun));
        for (PhaseTime phase : phases) {
            stages.add(
                    new RunStage(
                            phase.phase().name(),
                            Math.max(begun, phase.startNanos()),
                            phase.endNanos()));
        }
        return stages;
    }

    private static long firstItem(Snapshot run) {
        long first = run.endNanos();
        for (LaneView lane : run.lanes()) {
            int span = 0;
            while (span < lane.size()
                    && lane.item(span) == Lane.NO_ITEM
                    && lane.startNanos(span) < first) {
                span++;
            }
            first = span < lane.size() ? Math.min(first, lane.startNanos(span)) : first;
        }
        return first;
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
