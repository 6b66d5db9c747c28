package dev.lanescope.ui.claims;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimStudy;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Trials;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.content.Site;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;

/// What the screen of claims shows: a card for each, one of them chosen, and the test that goes on.
/// The ticked runs count, and what was kept. It works only while somebody looks.
public final class ClaimsModel {

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final EvidenceBook book;
    private final Latest<Told.Asked, Told> working;
    private final ReadOnlyObjectWrapper<Optional<Told>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> claim =
            new SimpleObjectProperty<>(Optional.empty());
    private final Chain chain;
    private boolean shown;

    public ClaimsModel(
            SessionModel session, ChosenRuns chosen, Background background, EvidenceBook book) {
        this.session = session;
        this.chosen = chosen;
        this.book = book;
        chain = new Chain(session, chosen, background, book, "A claim is being tested");
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

    /// What is being done to test a claim; the card that is looked at tells of it.
    ReadOnlyObjectProperty<Optional<String>> doingProperty() {
        return chain.doingProperty();
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
        chain.begin(asked.experiments().stream().map(each -> link(each, now)).toList(), _ -> ask());
    }

    /// Ends what goes on; what was found until then is kept.
    public void stop() {
        chain.stop();
    }

    private Chain.Link link(ClaimExperiment experiment, Told now) {
        Here here = now.here();
        return switch (experiment) {
            case ClaimExperiment.Turns turns ->
                    new Chain.Link.Measure(
                            () ->
                                    ClaimStudy.of(
                                            turns,
                                            here,
                                            now.site(),
                                            session.renderingProperty().get()),
                            result ->
                                    Evidence.of(result.comparison().contenders(), here)
                                            .but(result.noise()));
            case ClaimExperiment.Faults faults ->
                    new Chain.Link.Attempt(() -> {
                        Site sample = Trials.faultContent();
                        return Evidence.now(here, Trials.of(faults, chain::says), List.of())
                                .of(sample.name(), sample.pages().size());
                    });
            case ClaimExperiment.Costs costs ->
                    new Chain.Link.Attempt(() ->
                            Evidence.now(
                                    here, Trials.of(costs, now.site(), chain::says), List.of()));
        };
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
