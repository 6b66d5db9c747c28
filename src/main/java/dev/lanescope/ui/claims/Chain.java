package dev.lanescope.ui.claims;

import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// Experiments one after the other, none beside anything else that measures. What each finds is
/// kept, also if a later one is stopped. Lives on the FX thread.
final class Chain {

    /// Something to do.
    sealed interface Link {

        /// A study like any other: its runs stand in the library and are compared from then on.
        ///
        /// @param study makes it ready, in the background
        /// @param says what it bears on, in the background
        record Measure(Callable<Study> study, Function<StudyResult, Evidence> says)
                implements Link {}

        /// Anything else, done in the background; an interrupt ends it.
        record Attempt(Callable<Evidence> work) implements Link {}
    }

    private static final String STUDY = "Settings take turns; the foot of the window says how far";

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final Background background;
    private final EvidenceBook book;
    private final String what;
    private final ReadOnlyObjectWrapper<Optional<String>> doing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Link> left = new ArrayDeque<>();
    private Consumer<Boolean> over = _ -> {};
    private boolean measures;
    private @Nullable Job job;

    /// @param what goes on, as the beginning of a sentence
    Chain(
            SessionModel session,
            ChosenRuns chosen,
            Background background,
            EvidenceBook book,
            String what) {
        this.session = session;
        this.chosen = chosen;
        this.background = background;
        this.book = book;
        this.what = what;
    }

    /// What is being done; empty if nothing is.
    ReadOnlyObjectProperty<Optional<String>> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// Says what is being done; may be called on any thread.
    void says(String words) {
        FxThread.later(() -> {
            if (doing.get().isPresent()) {
                doing.set(Optional.of(words));
            }
        });
    }

    /// Begins, if nothing else measures; why not is said otherwise.
    ///
    /// @param whenOver told whether all of it was done
    /// @return whether it has begun
    boolean begin(List<Link> links, Consumer<Boolean> whenOver) {
        Optional<String> refusal = session.trials().refusalProperty().get();
        if (refusal.isPresent()) {
            session.say(Notice.Kind.INFO, refusal.get());
            return false;
        }
        session.dismissNotice();
        left.clear();
        left.addAll(links);
        over = whenOver;
        next();
        return true;
    }

    /// Ends what goes on; what was found until then is kept.
    void stop() {
        if (doing.get().isEmpty()) {
            return;
        }
        left.clear();
        if (measures) {
            session.measuring().stop(); // what it has found by then is told
        } else {
            if (job != null) {
                job.cancel();
            }
            end(false);
        }
    }

    private void end(boolean whole) {
        left.clear();
        session.trials().ends(this);
        doing.set(Optional.empty());
        over.accept(whole);
    }

    private void isDoing(String words) {
        session.trials().begins(this, what);
        doing.set(Optional.of(words));
    }

    private void next() {
        Link next = left.poll();
        switch (next) {
            case null -> end(true);
            case Link.Measure(Callable<Study> study, Function<StudyResult, Evidence> says) -> {
                isDoing("Getting ready");
                job =
                        background.run(
                                "ready a study",
                                study,
                                ready -> measure(ready, says),
                                this::failed);
            }
            case Link.Attempt(Callable<Evidence> work) -> attempt(work);
        }
    }

    private void attempt(Callable<Evidence> work) {
        isDoing("Getting ready");
        job =
                background.run(
                        "experiment",
                        () -> {
                            Evidence found = work.call();
                            book.keep(found);
                            return found;
                        },
                        _ -> next(),
                        this::failed);
    }

    private void measure(Study study, Function<StudyResult, Evidence> says) {
        session.trials().ends(this); // it measures by itself
        doing.set(Optional.of(STUDY));
        measures = true;
        session.measuring()
                .begin(
                        study,
                        (result, runs) -> measured(result, runs, says),
                        () -> {
                            measures = false;
                            end(false);
                        });
    }

    private void measured(
            StudyResult result, List<RunRecord> runs, Function<StudyResult, Evidence> says) {
        measures = false;
        if (runs.isEmpty()) {
            end(false);
            return;
        }
        chosen.choose(runs);
        boolean whole = result.early().isEmpty();
        if (!whole) {
            left.clear();
            Consumer<Boolean> told = over;
            over = _ -> told.accept(false);
        }
        attempt(() -> says.apply(result));
    }

    private void failed(Throwable why) {
        end(false);
        session.sayFailure(why);
    }
}
