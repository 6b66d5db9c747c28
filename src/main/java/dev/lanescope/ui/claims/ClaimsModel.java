package dev.lanescope.ui.claims;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimStudy;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Trials;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.content.Site;
import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What the screen of claims shows: a card for each, one of them chosen, and the test that goes on.
/// The ticked runs count, and what was kept. It works only while somebody looks.
public final class ClaimsModel {

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final Background background;
    private final EvidenceBook book;
    private final Latest<Told.Asked, Told> working;
    private final ReadOnlyObjectWrapper<Optional<Told>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> claim =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> doing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<ClaimExperiment> left = new ArrayDeque<>();
    private @Nullable Job job;
    private boolean shown;

    public ClaimsModel(
            SessionModel session, ChosenRuns chosen, Background background, EvidenceBook book) {
        this.session = session;
        this.chosen = chosen;
        this.background = background;
        this.book = book;
        working = new Latest<>(background, "claims", Told::of, this::take);
        chosen.property().subscribe(this::ask);
        session.contentProperty().subscribe(this::ask);
    }

    /// Whether somebody looks.
    public void setShown(boolean now) {
        shown = now;
        ask();
    }

    private void ask() {
        if (!shown) {
            working.forget();
        } else if (session.contentProperty().get() instanceof Content.Ready(Site site)) {
            List<Snapshot> ticked =
                    chosen.property().get().stream()
                            .filter(record -> record.experiment().isPresent()) // of this machine
                            .map(RunRecord::trace)
                            .toList();
            working.ask(new Told.Asked(site, ticked, book));
        }
    }

    private void take(Told now) {
        told.set(Optional.of(now));
    }

    /// Empty before the first look.
    ReadOnlyObjectProperty<Optional<Told>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// The id of the claim that is looked at.
    ObjectProperty<Optional<String>> claimProperty() {
        return claim;
    }

    /// Looks at the next claim, or the one before.
    public void step(int by) {
        told.get()
                .ifPresent(now -> {
                    List<String> ids = now.cards().stream().map(card -> card.claim().id()).toList();
                    int at = claim.get().map(ids::indexOf).orElse(-1) + by;
                    claim.set(Optional.of(ids.get(Math.clamp(at, 0, ids.size() - 1))));
                });
    }

    /// What is being tried out beside studies; the card that is looked at tells of it.
    ReadOnlyObjectProperty<Optional<String>> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// Does the experiments of the claim that is looked at, one after the other.
    public void test() {
        told.get()
                .ifPresent(now ->
                        now.cards().stream()
                                .map(card -> card.claim())
                                .filter(each -> claim.get().filter(each.id()::equals).isPresent())
                                .filter(each -> each.obstacle(now.here()).isEmpty())
                                .findFirst()
                                .ifPresent(each -> test(each, now)));
    }

    private void test(Claim asked, Told now) {
        Optional<String> refusal = session.trials().refusalProperty().get();
        if (refusal.isPresent()) {
            session.say(Notice.Kind.INFO, refusal.get());
            return;
        }
        session.dismissNotice();
        left.clear();
        left.addAll(asked.experiments());
        next(now);
    }

    /// Ends what goes on; what was found until then is kept.
    public void stop() {
        left.clear();
        if (job != null) {
            job.cancel();
        }
        isDone();
    }

    private void isDoing(String words) {
        session.trials().begins(this, "A claim is being tested");
        doing.set(Optional.of(words));
    }

    private void isDone() {
        session.trials().ends(this);
        doing.set(Optional.empty());
    }

    private void next(Told now) {
        isDone();
        ClaimExperiment next = left.poll();
        switch (next) {
            case null -> ask();
            case ClaimExperiment.Turns turns -> {
                isDoing("Getting ready");
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
                                            .begin(
                                                    study,
                                                    (result, runs) -> over(result, runs, now));
                                },
                                this::failed);
            }
            case ClaimExperiment.Faults faults ->
                    attempt(
                            () -> {
                                Site sample = Trials.faultContent();
                                return Evidence.now(
                                                now.here(),
                                                Trials.of(faults, this::says),
                                                List.of())
                                        .of(sample.name(), sample.pages().size());
                            },
                            now);
            case ClaimExperiment.Costs costs ->
                    attempt(
                            () ->
                                    Evidence.now(
                                            now.here(),
                                            Trials.of(costs, now.site(), this::says),
                                            List.of()),
                            now);
        }
    }

    private void says(String words) {
        FxThread.later(() -> {
            if (doing.get().isPresent()) {
                doing.set(Optional.of(words));
            }
        });
    }

    private void attempt(Callable<Evidence> work, Told now) {
        isDoing("Getting ready");
        job =
                background.run(
                        "test a claim",
                        () -> {
                            Evidence found = work.call();
                            book.keep(found);
                            return found;
                        },
                        _ -> next(now),
                        this::failed);
    }

    /// Its runs are compared from now on, and what they say is kept.
    private void over(StudyResult result, List<RunRecord> runs, Told now) {
        if (runs.isEmpty()) {
            left.clear();
            ask();
            return;
        }
        if (result.early().isPresent()) {
            left.clear();
        }
        chosen.choose(runs);
        attempt(
                () -> Evidence.of(result.comparison().contenders(), now.here()).but(result.noise()),
                now);
    }

    private void failed(Throwable why) {
        left.clear();
        isDone();
        session.sayFailure(why);
    }

    /// Where tests are done.
    Optional<Here> here() {
        return told.get().map(Told::here);
    }

    EvidenceBook book() {
        return book;
    }

    SessionModel session() {
        return session;
    }
}
