package dev.lanescope.ui.session;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyProgress;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;
import dev.lanescope.ui.kit.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Lets settings take turns in the background: one study at a time, never beside a run. Its runs
/// are not shown while they go on, for that would disturb them; when it is over, or was stopped,
/// they stand in the library.
public final class Measuring {

    private final SessionModel session;
    private final Background background;
    private final Studies studies = new Studies();
    private final ReadOnlyObjectWrapper<Optional<StudyRun>> study =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Measuring(SessionModel session, Background background) {
        this.session = session;
        this.background = background;
    }

    /// What is known of the session's studies.
    Studies studies() {
        return studies;
    }

    /// The one that goes on.
    public ReadOnlyObjectProperty<Optional<StudyRun>> studyProperty() {
        return study.getReadOnlyProperty();
    }

    public boolean isGoingOn() {
        return study.get().isPresent();
    }

    public Optional<StudyProgress> progress() {
        return study.get().map(StudyRun::progress);
    }

    /// Begins a study; refused while anything else is going on.
    ///
    /// @param over is given its runs as they stand in the library, in the order of the study
    public void begin(Study asked, Consumer<List<RunRecord>> over) {
        begin(asked, (_, runs) -> over.accept(runs));
    }

    /// The same for whoever wants to know how it went, too.
    public void begin(Study asked, BiConsumer<StudyResult, List<RunRecord>> over) {
        begin(asked, over, () -> {});
    }

    /// The same for whoever has to know as well that it could not be carried out.
    public void begin(Study asked, BiConsumer<StudyResult, List<RunRecord>> over, Runnable failed) {
        if (session.isRunning()) {
            session.say(Notice.Kind.INFO, "Stop the run before you measure.");
            return;
        }
        if (session.isRefusedByTrial()) {
            return;
        }
        session.dismissNotice();
        var run = new StudyRun(asked);
        study.set(Optional.of(run));
        background.run(
                "measure",
                () -> {
                    StudyResult result = run.carryOut();
                    StudyResult kept = result.ofWholeRounds();
                    return new Outcome(result, kept, records(kept));
                },
                outcome -> finished(outcome, over),
                failure -> {
                    study.set(Optional.empty());
                    session.say(Notice.Kind.FAILURE, Sentence.of(failure));
                    failed.run();
                });
    }

    /// @param kept without the runs of a round that was not finished: not every setting has those
    private record Outcome(StudyResult result, StudyResult kept, List<RunRecord> records) {}

    private static List<RunRecord> records(StudyResult result) {
        return result.runs().stream()
                .map(done ->
                        RunRecord.of(result.study().settings().get(done.setting()), done.result()))
                .toList();
    }

    private void finished(Outcome outcome, BiConsumer<StudyResult, List<RunRecord>> over) {
        study.set(Optional.empty());
        List<RunRecord> shelved = new ArrayList<>();
        outcome.records().forEach(record -> shelved.add(session.shelve(record)));
        StudyResult result = outcome.result();
        StudyResult kept = outcome.kept();
        studies.remember(kept, session.draftsProperty().get());
        if (result.early().isPresent()) {
            String early = result.early().get();
            session.say(
                    result.stopped() ? Notice.Kind.INFO : Notice.Kind.FAILURE,
                    Sentence.begun(early)
                            + (early.endsWith(".") ? "" : ".")
                            + leftOut(result.runs().size() - kept.runs().size()));
        } else {
            result.noise().ifPresent(words -> session.say(Notice.Kind.WARNING, words));
        }
        over.accept(kept, List.copyOf(shelved));
    }

    private static String leftOut(int runs) {
        return runs == 0
                ? ""
                : " "
                        + Amounts.count(runs, "run")
                        + " of the round that was not finished "
                        + (runs == 1 ? "is" : "are")
                        + " left out.";
    }

    /// Asks it to end: what has been run until then counts.
    public void stop() {
        study.get().ifPresent(StudyRun::stop);
    }
}
