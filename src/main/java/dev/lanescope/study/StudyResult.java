package dev.lanescope.study;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What came of a study.
///
/// @param runs in the order in which they happened; fewer than asked for if it was stopped
/// @param before what the machine gave before the first run
/// @param after and after the last
/// @param stopped whether somebody stopped it before all was done
/// @param failure what ended it after some runs; those before it count
public record StudyResult(
        Study study,
        List<Done> runs,
        NoiseProbe before,
        NoiseProbe after,
        boolean stopped,
        Optional<RunException> failure) {

    /// One run of the study.
    ///
    /// @param round from 0
    /// @param setting the number of its setting in the study
    public record Done(int round, int setting, RunResult result) {}

    public StudyResult {
        runs = List.copyOf(runs);
    }

    /// How many rounds are whole: those in which every setting ran.
    public int wholeRounds() {
        return (int)
                IntStream.range(0, study.repeats())
                        .filter(round ->
                                runs.stream().filter(run -> run.round() == round).count()
                                        == study.settings().size())
                        .count();
    }

    /// The same without the runs of a round that was not finished, which not every setting has; all
    /// of them if no round was.
    public StudyResult ofWholeRounds() {
        int whole = wholeRounds();
        return whole == 0
                ? this
                : new StudyResult(
                        study,
                        runs.stream().filter(run -> run.round() < whole).toList(),
                        before,
                        after,
                        stopped,
                        failure);
    }

    /// How it ended early, as part of a sentence, e.g. `stopped after 7 of 20 runs`; empty if all
    /// was done.
    public Optional<String> early() {
        String after = " after " + runs.size() + " of " + Amounts.count(study.runs(), "run");
        return failure.map(why -> "given up" + after + ": " + why.getMessage())
                .or(() -> stopped ? Optional.of("stopped" + after) : Optional.empty());
    }

    /// Whether others used the machine before the runs or after them.
    public boolean isNoisy() {
        return !before.isQuiet() || !after.isQuiet();
    }

    /// That others used the machine, in two sentences; empty if they did not.
    public Optional<String> noise() {
        return isNoisy()
                ? Optional.of(
                        "Other programs used this machine: it gave "
                                + before.words()
                                + " before and "
                                + after.words()
                                + " after. Differences may be theirs.")
                : Optional.empty();
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
