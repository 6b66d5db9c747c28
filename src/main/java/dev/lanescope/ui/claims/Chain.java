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
import java.util.function.Supplier;

/// Experiments one after the other, none beside anything else that measures. What each finds is
/// kept, also if a later one is stopped. Lives on the FX thread.
final class Chain {

    /// Something to do.
    sealed interface Link {

        /// A study like any other: its runs stand in the library.
        ///
        /// @param study makes it ready, in the background
        /// @param words what is done
        /// @param isCompared whether its runs are compared from then on; some would be mistaken for
        ///   ordinary ones
        /// @param says what it bears on, in the background
        record Measure(
                Callable<Study> study,
                String words,
                boolean isCompared,
                Function<StudyResult, Evidence> says)
                implements Link {}

        /// Anything else, done in the background; an interrupt ends it.
        record Attempt(Callable<Evidence> work) implements Link {}
    }

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final Background background;
    private final EvidenceBook book;
    private final String what;
    private final Supplier<Callable<Runnable>> news;
    private final ReadOnlyObjectWrapper<Optional<String>> doing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Link> left = new ArrayDeque<>();
    private Consumer<Boolean> over = _ -> {};
    private int all;
    private boolean measures;
    private @Nullable Job job;

    /// @param what goes on, as the beginning of a sentence
    /// @param news asked for after each experiment: what is worked out anew in the background
    ///   before the next one begins, which it would disturb, and what is done with it then
    Chain(
            SessionModel session,
            ChosenRuns chosen,
            Background background,
            EvidenceBook book,
            String what,
            Supplier<Callable<Runnable>> news) {
        this.session = session;
        this.chosen = chosen;
        this.background = background;
        this.book = book;
        this.what = what;
        this.news = news;
    }

    /// What is being done; empty if nothing is.
    ReadOnlyObjectProperty<Optional<String>> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// Says what is being done; may be called on any thread.
    void says(String words) {
        FxThread.later(() -> {
            if (doing.get().isPresent()) {
                tell(words);
            }
        });
    }

    private void tell(String words) {
        String which = all > 1 ? (all - left.size()) + " of " + all + ": " : "";
        doing.set(Optional.of(which + words));
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
        all = links.size();
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
        tell(words);
    }

    private void next() {
        Link next = left.poll();
        switch (next) {
            case null -> end(true);
            case Link.Measure asked -> {
                isDoing("getting ready");
                job =
                        background.run(
                                "ready a study",
                                () -> {
                                    book.expectRoom();
                                    return asked.study().call();
                                },
                                ready -> measure(ready, asked),
                                this::failed);
            }
            case Link.Attempt(Callable<Evidence> work) -> attempt(work);
        }
    }

    private void attempt(Callable<Evidence> work) {
        isDoing("getting ready");
        Callable<Runnable> told = news.get();
        job =
                background.run(
                        "experiment",
                        () -> {
                            book.expectRoom();
                            book.keep(work.call());
                            return told.call();
                        },
                        tell -> {
                            tell.run();
                            next();
                        },
                        this::failed);
    }

    private void measure(Study study, Link.Measure asked) {
        session.trials().ends(this); // it measures by itself
        tell(asked.words());
        measures = true;
        session.measuring()
                .begin(
                        study,
                        (result, runs) -> measured(result, runs, asked),
                        () -> {
                            measures = false;
                            end(false);
                        });
    }

    private void measured(StudyResult result, List<RunRecord> runs, Link.Measure asked) {
        measures = false;
        if (runs.isEmpty()) {
            end(false);
            return;
        }
        if (asked.isCompared()) {
            chosen.choose(runs);
        }
        boolean whole = result.early().isEmpty();
        if (!whole) {
            left.clear();
            Consumer<Boolean> told = over;
            over = _ -> told.accept(false);
        }
        attempt(() -> asked.says().apply(result));
    }

    private void failed(Throwable why) {
        end(false);
        session.sayFailure(why);
    }
}
