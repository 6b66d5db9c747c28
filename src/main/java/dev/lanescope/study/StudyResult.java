package dev.lanescope.study;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;

import java.util.Comparator;
import java.util.List;

/// What came of a study.
///
/// @param runs in the order in which they happened; fewer than asked for if it was stopped
/// @param before what the machine gave before the first run
/// @param after and after the last
/// @param stopped whether somebody stopped it
public record StudyResult(
        Study study, List<Done> runs, NoiseProbe before, NoiseProbe after, boolean stopped) {

    /// One run of the study.
    ///
    /// @param round from 0
    /// @param setting the number of its setting in the study
    public record Done(int round, int setting, RunResult result) {}

    public StudyResult {
        runs = List.copyOf(runs);
    }

    /// The traces, setting by setting in the study's order, and in it in the order of the rounds.
    /// They tell of the machine too.
    public List<Snapshot> traces() {
        return runs.stream()
                .sorted(Comparator.comparingInt(Done::setting).thenComparingInt(Done::round))
                .map(done -> done.result().trace())
                .toList();
    }

    /// Holds the settings against each other.
    ///
    /// @throws IllegalStateException if nothing ran
    public Comparison comparison() {
        if (runs.isEmpty()) {
            throw new IllegalStateException("nothing ran");
        }
        return Comparison.of(traces());
    }
}
