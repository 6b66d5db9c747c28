package dev.lanescope.ui.session;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;

/// A run that is over, as it stands in the library.
///
/// @param number counts the runs of the session, from 1
public record RunRecord(
        int number,
        Experiment experiment,
        RunResult result,
        RunSummary summary,
        LaneTime laneTime) {

    static RunRecord of(int number, Experiment experiment, RunResult result) {
        Snapshot trace = result.trace();
        return new RunRecord(
                number, experiment, result, RunSummary.of(trace), LaneTime.of(trace));
    }

    public Snapshot trace() {
        return result.trace();
    }
}
