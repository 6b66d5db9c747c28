package dev.lanescope.ui.session;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;

import java.nio.file.Files;
import java.nio.file.Path;

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
        return new RunRecord(number, experiment, result, RunSummary.of(trace), LaneTime.of(trace));
    }

    /// The content folder.
    public Path folder() {
        return experiment.site().folder();
    }

    /// Whether two runs wrote different bytes; of a run that was stopped nobody knows.
    public boolean differsFrom(RunRecord other) {
        String mine = result.treeHash();
        String others = other.result.treeHash();
        return !mine.isEmpty() && !others.isEmpty() && !mine.equals(others);
    }

    public Snapshot trace() {
        return result.trace();
    }

    /// What an item became, which may since have been replaced by a later run's: the HTML of a
    /// page, or a file made of pages, which is named after itself.
    public Path itemFile(int item) {
        var pages = experiment.site().pages();
        return result.output()
                .resolve(
                        item < pages.size()
                                ? pages.get(item).output()
                                : trace().info().items().get(item));
    }

    /// The HTML to begin with: the home page, or the first one if there is none.
    public Path homeFile() {
        Path home = result.output().resolve("index.html");
        return Files.exists(home) || experiment.site().pages().isEmpty() ? home : itemFile(0);
    }
}
