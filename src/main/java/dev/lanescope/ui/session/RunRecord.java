package dev.lanescope.ui.session;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A run that is over, as it stands in the library.
///
/// @param number counts the runs of the session, from 1
public record RunRecord(
        int number,
        Experiment experiment,
        RunResult result,
        RunSummary summary,
        LaneTime laneTime) {

    /// Adds up a run; of a big one that takes a while. It gets its number later.
    public static RunRecord of(Experiment experiment, RunResult result) {
        Snapshot trace = result.trace();
        return new RunRecord(0, experiment, result, RunSummary.of(trace), LaneTime.of(trace));
    }

    RunRecord numbered(int place) {
        return new RunRecord(place, experiment, result, summary, laneTime);
    }

    /// The same run with other notes.
    RunRecord withNotes(List<Note> notes) {
        Snapshot noted = trace().withNotes(notes);
        return new RunRecord(number, experiment, result.withTrace(noted), summary, laneTime);
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
