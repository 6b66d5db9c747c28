package dev.lanescope.ui.claims;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.claims.tables.TableFrame;
import dev.lanescope.claims.tables.Tables;
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
import java.util.concurrent.Callable;

/// What the screen of claims shows: a card for each, one of them chosen, tables of others with what
/// was measured in them, and the test that goes on. The ticked runs count, and what was kept. It
/// works only while somebody looks.
public final class ClaimsModel {

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final EvidenceBook book;
    private final Latest<Told.Asked, Told> working;
    private final ReadOnlyObjectWrapper<Optional<Told>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> claim =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ClaimView> view = new SimpleObjectProperty<>(ClaimView.CARDS);
    private final ObjectProperty<String> table =
            new SimpleObjectProperty<>(Tables.all().getFirst().id());
    private final Chain chain;
    private boolean shown;

    public ClaimsModel(
            SessionModel session, ChosenRuns chosen, Background background, EvidenceBook book) {
        this.session = session;
        this.chosen = chosen;
        this.book = book;
        chain = new Chain(session, chosen, background, book, "A claim is being tested", this::news);
        working = new Latest<>(background, "claims", Told::of, this::take);
        chosen.property().subscribe(this::ask);
        session.contentProperty()
                .subscribe(() -> {
                    told.set(Optional.empty()); // what is begun next must not be of another folder
                    ask();
                });
        view.subscribe((_, _) -> ask()); // the guide may have found something meanwhile
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
            working.ask(asked(site));
        }
    }

    private Told.Asked asked(Site site) {
        List<Snapshot> ticked =
                chosen.property().get().stream()
                        .filter(record -> record.experiment().isPresent()) // of this machine
                        .map(RunRecord::trace)
                        .toList();
        return new Told.Asked(site, ticked, book);
    }

    /// What was found is judged before the next experiment begins.
    private Callable<Runnable> news() {
        if (session.contentProperty().get() instanceof Content.Ready(Site site)) {
            Told.Asked asked = asked(site);
            return () -> {
                Told now = Told.of(asked);
                return () -> hear(now);
            };
        }
        return () -> this::ask;
    }

    private void take(Told now) {
        told.set(Optional.of(now));
    }

    /// What was found meanwhile about a folder that is open no more nobody looks at.
    private void hear(Told news) {
        if (session.contentProperty().get() instanceof Content.Ready(Site site)
                && site.equals(news.site())) {
            take(news);
        } else {
            ask();
        }
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

    /// What is being tried out beside studies; whoever is looked at tells of it.
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
                                .ifPresent(each -> begin(each.experiments(), now)));
    }

    /// Ends what goes on; what was found until then is kept.
    public void stop() {
        chain.stop();
    }

    /// How claims are looked at.
    public ObjectProperty<ClaimView> viewProperty() {
        return view;
    }

    /// Looks at them in the next way.
    public void lookOtherwise() {
        ClaimView[] all = ClaimView.values();
        view.set(all[(view.get().ordinal() + 1) % all.length]);
    }

    /// The id of the table that is looked at.
    ObjectProperty<String> tableProperty() {
        return table;
    }

    /// The table that is looked at, as it was filled last.
    Optional<FilledTable> table() {
        return told.get()
                .flatMap(now ->
                        now.tables().stream()
                                .filter(each -> each.frame().id().equals(table.get()))
                                .findFirst());
    }

    /// Looks at the next table.
    public void nextTable() {
        view.set(ClaimView.TABLES);
        List<String> ids = Tables.all().stream().map(TableFrame::id).toList();
        table.set(ids.get((ids.indexOf(table.get()) + 1) % ids.size()));
    }

    /// Measures what is missing in the table that is looked at, one experiment after the other.
    public void measureTable() {
        view.set(ClaimView.TABLES);
        table().ifPresent(now -> measure(now.missing()));
    }

    /// Does experiments, one after the other.
    void measure(List<ClaimExperiment> missing) {
        if (!missing.isEmpty()) {
            told.get().ifPresent(now -> begin(missing, now));
        }
    }

    private void begin(List<ClaimExperiment> asked, Told now) {
        var links = new ClaimLinks(now, session.renderingProperty()::get, chain::says);
        chain.begin(asked.stream().map(links::of).toList(), _ -> {});
    }

    /// The runs in the library that a figure comes from; none if they are of an earlier session.
    List<RunRecord> runsOf(Entry.Measured figure) {
        return session.runs().stream().filter(run -> Told.isOf(run.trace(), figure)).toList();
    }

    /// Compares runs from now on.
    void choose(List<RunRecord> runs) {
        chosen.choose(runs);
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
