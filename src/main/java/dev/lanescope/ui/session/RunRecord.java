package dev.lanescope.ui.session;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.analysis.SpeedUp;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/// A run that is over, as it stands in the library: carried out here, or opened from a file.
///
/// @param number counts the runs of the session, from 1
public record RunRecord(
        int number, Origin origin, Snapshot trace, RunSummary summary, LaneTime laneTime) {

    /// Where a run comes from.
    public sealed interface Origin {}

    /// It was carried out in this session; what it wrote may still be there.
    public record Rendered(Experiment experiment, RunResult result) implements Origin {

        /// What an item became, which may since have been replaced by a later run's: the HTML of a
        /// page, or a file made of pages, which is named after itself.
        public Path itemFile(int item) {
            var pages = experiment.site().pages();
            return result.output()
                    .resolve(
                            item < pages.size()
                                    ? pages.get(item).output()
                                    : result.trace().info().items().get(item));
        }

        /// The HTML to begin with: the home page, or the first one if there is none.
        public Path homeFile() {
            Path home = result.output().resolve("index.html");
            return Files.exists(home) || experiment.site().pages().isEmpty() ? home : itemFile(0);
        }
    }

    /// Its trace was opened; there is no output, and it cannot be run again.
    ///
    /// @param isOurs whether it is a whole trace of ours and nothing else, so that notes can go
    ///   back into it
    /// @param written when the file had been written
    public record Opened(Path file, boolean isOurs, FileTime written) implements Origin {

        static Opened now(Path file, Snapshot trace) {
            boolean ours = trace.finished() && TraceFile.holdsNothingElse(file);
            try {
                return new Opened(file, ours, Files.getLastModifiedTime(file));
            } catch (IOException e) { // it is gone already
                return new Opened(file, false, FileTime.fromMillis(0));
            }
        }
    }

    /// Adds up a run; of a big one that takes a while. It gets its number later.
    public static RunRecord of(Experiment experiment, RunResult result) {
        return of(new Rendered(experiment, result), result.trace());
    }

    /// Adds up a trace that was opened; one that was cut short goes on no more.
    public static RunRecord opened(Path file, Snapshot trace) {
        return of(Opened.now(file, trace), trace.asItStands());
    }

    private static RunRecord of(Origin origin, Snapshot trace) {
        return new RunRecord(0, origin, trace, RunSummary.of(trace), LaneTime.of(trace));
    }

    RunRecord numbered(int place) {
        return new RunRecord(place, origin, trace, summary, laneTime);
    }

    /// The same run with other notes.
    RunRecord withNotes(List<Note> notes) {
        return new RunRecord(number, origin, trace.withNotes(notes), summary, laneTime);
    }

    /// What was done here, if it was.
    public Optional<Rendered> rendered() {
        return origin instanceof Rendered rendered ? Optional.of(rendered) : Optional.empty();
    }

    /// What was carried out, if it was here.
    public Optional<Experiment> experiment() {
        return rendered().map(Rendered::experiment);
    }

    /// What came out, if it was here.
    public Optional<RunResult> result() {
        return rendered().map(Rendered::result);
    }

    /// What its trace was opened from, if it was.
    Optional<Opened> opened() {
        return origin instanceof Opened opened ? Optional.of(opened) : Optional.empty();
    }

    /// Where the trace was opened from, if it was.
    public Optional<Path> file() {
        return opened().map(Opened::file);
    }

    /// How many pages came out.
    public int done() {
        return result().map(RunResult::done).orElse(summary.pagesFinished());
    }

    /// Whether it was stopped before all was done, as far as that is known.
    public boolean isStopped() {
        return result().map(RunResult::stopped).orElse(false);
    }

    /// Whether two runs wrote different bytes; of a run that was stopped or opened nobody knows.
    public boolean differsFrom(RunRecord other) {
        String mine = treeHash();
        String others = other.treeHash();
        return !mine.isEmpty() && !others.isEmpty() && !mine.equals(others);
    }

    private String treeHash() {
        return result().map(RunResult::treeHash).orElse("");
    }

    /// Whether a run did the same work as another: the same content, rendered in the same way.
    boolean sameWorkAs(RunRecord other) {
        return experiment().isPresent()
                && other.experiment().isPresent()
                && isSameWork(experiment().get(), other.experiment().get())
                && trace().info().python().equals(other.trace().info().python());
    }

    private static boolean isSameWork(Experiment one, Experiment other) {
        return one.site().folder().equals(other.site().folder())
                && one.settings().equals(other.settings())
                && one.model().isForeign() == other.model().isForeign()
                && one.knobs().sameWorkAs(other.knobs());
    }

    /// The sequential run that this one is compared with: the newest complete one of the same
    /// content and the same work, of the same temperature if there is one.
    public Optional<RunRecord> baselineAmong(List<RunRecord> runs) {
        var candidates =
                runs.stream()
                        .filter(run -> run.trace().info().isSequential())
                        .filter(run -> !run.isStopped() && run.sameWorkAs(this))
                        .filter(run ->
                                SpeedUp.of(summary(), run.summary()) instanceof SpeedUp.Known)
                        .toList();
        var temperature = trace().info().temperature();
        return candidates.stream()
                .filter(run -> run.trace().info().temperature() == temperature)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }
}
