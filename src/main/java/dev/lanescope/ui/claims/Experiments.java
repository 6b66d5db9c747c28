package dev.lanescope.ui.claims;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimStudy;
import dev.lanescope.claims.Trials;
import dev.lanescope.claims.Way;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.Site;
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

/// The experiments that somebody asked for, one after the other, never beside a run or a study of
/// others. What each finds is kept when it is over.
final class Experiments {

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final Background background;
    private final EvidenceBook book;
    private final Function<Site, Told.Asked> asks;
    private final Consumer<Told> onNews;
    private final ReadOnlyObjectWrapper<Optional<String>> doing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<ClaimExperiment> left = new ArrayDeque<>();
    private int all;
    private boolean studying;
    private @Nullable Job job;

    /// @param asks what is worked out anew after each of them, before the next begins: that would
    ///   be disturbed by it
    /// @param onNews given what that came to
    Experiments(
            SessionModel session,
            ChosenRuns chosen,
            Background background,
            EvidenceBook book,
            Function<Site, Told.Asked> asks,
            Consumer<Told> onNews) {
        this.session = session;
        this.chosen = chosen;
        this.background = background;
        this.book = book;
        this.asks = asks;
        this.onNews = onNews;
        session.measuring()
                .studyProperty()
                .subscribe(study -> {
                    if (studying && study.isEmpty()) { // whatever came of it
                        studying = false;
                        isDone();
                    }
                });
    }

    /// What is being tried out beside studies, or that a study goes on for them.
    ReadOnlyObjectProperty<Optional<String>> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// Begins them, unless something else goes on, which is then said.
    void begin(List<ClaimExperiment> asked, Told now) {
        Optional<String> refusal = session.trials().refusalProperty().get();
        if (refusal.isPresent()) {
            session.say(Notice.Kind.INFO, refusal.get());
            return;
        }
        session.dismissNotice();
        left.clear();
        left.addAll(asked);
        all = asked.size();
        next(now);
    }

    /// Ends what goes on; what was found until then is kept.
    void stop() {
        left.clear();
        if (job != null) {
            job.cancel();
        }
        if (studying) {
            session.measuring().stop();
        }
        isDone();
    }

    private void isDoing(String words) {
        session.trials().begins(this, "A claim is being tested");
        says(words);
    }

    private void isDone() {
        session.trials().ends(this);
        doing.set(Optional.empty());
    }

    private void says(String words) {
        String which = all > 1 ? (all - left.size()) + " of " + all + ": " : "";
        doing.set(Optional.of(which + words));
    }

    private void saysLater(String words) {
        FxThread.later(() -> {
            if (doing.get().isPresent()) {
                says(words);
            }
        });
    }

    private void next(Told now) {
        isDone();
        ClaimExperiment next = left.poll();
        switch (next) {
            case null -> {}
            case ClaimExperiment.Turns turns -> ready(turns, now);
            case ClaimExperiment.Faults faults ->
                    attempt(
                            () -> {
                                Site sample = Trials.faultContent();
                                return Evidence.now(
                                                now.here(),
                                                Trials.of(
                                                        faults, Tables.measures(), this::saysLater),
                                                List.of())
                                        .of(sample.name(), sample.pages().size());
                            },
                            now);
            case ClaimExperiment.Costs costs ->
                    attempt(
                            () ->
                                    Evidence.now(
                                            now.here(),
                                            Trials.of(
                                                    costs,
                                                    now.site(),
                                                    Tables.measures(),
                                                    this::saysLater),
                                            List.of()),
                            now);
            case ClaimExperiment.Sources sources ->
                    attempt(
                            () ->
                                    Evidence.now(
                                            now.here(),
                                            Trials.of(sources, Tables.measures()),
                                            List.of()),
                            now);
        }
    }

    private void ready(ClaimExperiment.Turns turns, Told now) {
        isDoing("getting ready");
        job =
                background.run(
                        "ready a test",
                        () ->
                                ClaimStudy.of(
                                        turns,
                                        now.here(),
                                        now.site(),
                                        session.renderingProperty().get()),
                        study -> {
                            isDone();
                            session.measuring()
                                    .begin(study, (result, runs) -> over(turns, result, runs, now));
                            studying = session.measuring().isGoingOn();
                            if (studying) {
                                says(turns.words(now.here()));
                            }
                        },
                        this::failed);
    }

    private void attempt(Callable<Evidence> work, Told now) {
        isDoing("getting ready");
        Told.Asked asked = asks.apply(now.site());
        job =
                background.run(
                        "test a claim",
                        () -> {
                            book.keep(work.call());
                            return Told.of(asked);
                        },
                        news -> {
                            onNews.accept(news);
                            next(news);
                        },
                        this::failed);
    }

    /// What its runs say is kept. Those that were made in the usual way are compared from now on;
    /// the others would be mistaken for such.
    private void over(
            ClaimExperiment.Turns turns, StudyResult result, List<RunRecord> runs, Told now) {
        if (runs.isEmpty()) {
            left.clear();
            return;
        }
        if (result.early().isPresent()) {
            left.clear();
        }
        if (turns.way() == Way.USUAL) {
            chosen.choose(runs);
        }
        attempt(
                () ->
                        Evidence.of(
                                        result.comparison().contenders(),
                                        now.here(),
                                        Tables.measures(turns))
                                .but(result.noise()),
                now);
    }

    private void failed(Throwable why) {
        left.clear();
        isDone();
        session.sayFailure(why);
    }
}
