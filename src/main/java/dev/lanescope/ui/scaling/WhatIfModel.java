package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.replay.Order;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.study.whatif.LedgerEntry;
import dev.lanescope.study.whatif.LedgerException;
import dev.lanescope.study.whatif.WhatIf;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is asked about another setting, what is said of it, and the ledger of all that was said.
/// Says nothing while nobody looks, and nothing while anything is being measured, for to listen to
/// the machine takes all of its processors for a fifth of a second.
final class WhatIfModel {

    static final int REPEATS = 5;

    private static final Duration PROBE_LASTS = Duration.ofSeconds(30);

    private record Question(Basis base, WhatIf asked) {}

    private record Answer(Question question, Forecast forecast) {}

    private record Listened(NoiseProbe probe, long atNanos) {}

    private final SessionModel session;
    private final ScalingModel scaling;
    private final Background background;
    private final Ledger ledger;
    private final ReadOnlyObjectWrapper<List<Basis>> bases = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Basis>> base =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> workers =
            new SimpleObjectProperty<>(Runtime.getRuntime().availableProcessors());
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.AS_RECORDED);
    private final ObjectProperty<Integer> atOnce = new SimpleObjectProperty<>(1);
    private final ReadOnlyObjectWrapper<Optional<Forecast>> forecast =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Ledger.Contents> contents =
            new ReadOnlyObjectWrapper<>(new Ledger.Contents(List.of(), List.of()));
    private final Latest<Question, Answer> foretelling;
    private volatile @Nullable Listened listened;

    WhatIfModel(SessionModel session, ScalingModel scaling, Background background, Ledger ledger) {
        this.session = session;
        this.scaling = scaling;
        this.background = background;
        this.ledger = ledger;
        foretelling = new Latest<>(background, "foretell", this::foretell, this::take);
        scaling.scaledProperty().subscribe(this::takeRuns);
        scaling.toldProperty().subscribe(_ -> chooseBase());
        base.subscribe(_ -> ask());
        workers.subscribe(_ -> ask());
        order.subscribe(_ -> ask());
        atOnce.subscribe(_ -> ask());
        session.measuring().studyProperty().subscribe(_ -> ask());
        session.activeProperty().subscribe(_ -> ask());
    }

    private void takeRuns(Optional<Scaled> scaled) {
        List<Basis> now = scaled.map(each -> Basis.among(each.records())).orElse(List.of());
        bases.set(now);
        chooseBase();
        if (scaled.isPresent()) {
            readLedger();
        }
    }

    /// Of the model that is told of the runs that were chosen before, or those with the fewest
    /// workers.
    private void chooseBase() {
        String told = scaling.toldProperty().get().map(Sweep::model).orElse("");
        String before = base.get().map(Basis::title).orElse("");
        List<Basis> fit =
                bases.get().stream()
                        .filter(each -> each.experiment().model().id().equals(told))
                        .toList();
        Optional<Basis> next =
                fit.stream()
                        .filter(each -> each.title().equals(before))
                        .findFirst()
                        .or(() ->
                                fit.stream()
                                        .min(
                                                Comparator.comparingInt(
                                                        each -> each.experiment().workers())));
        if (next.isEmpty()) {
            forecast.set(Optional.empty());
        }
        base.set(next);
    }

    private Optional<Question> question() {
        return base.get()
                .map(from ->
                        new Question(
                                from,
                                new WhatIf(
                                        from.experiment(),
                                        workers.get(),
                                        order.get(),
                                        atOnce.get())));
    }

    private void ask() {
        possible.set(
                !session.isRunning()
                        && question().filter(each -> each.asked().refusal().isEmpty()).isPresent());
        if (session.isRunning()) {
            foretelling.forget();
        } else {
            question().ifPresent(foretelling::ask);
        }
    }

    private Answer foretell(Question question) {
        return new Answer(question, foretell(question, probe(PROBE_LASTS)));
    }

    private static Forecast foretell(Question question, NoiseProbe probe) {
        return Forecast.of(
                question.base().runs(),
                question.asked(),
                Runtime.getRuntime().availableProcessors(),
                probe);
    }

    /// What the machine gives now, or gave not long ago.
    private NoiseProbe probe(Duration atMostAgo) {
        Listened last = listened;
        if (last != null && System.nanoTime() - last.atNanos() < atMostAgo.toNanos()) {
            return last.probe();
        }
        try {
            var now = new Listened(NoiseProbe.now(), System.nanoTime());
            listened = now;
            return now.probe();
        } catch (InterruptedException e) { // the window is closed
            Thread.currentThread().interrupt();
            return new NoiseProbe(Runtime.getRuntime().availableProcessors(), 0);
        }
    }

    private void take(Answer answer) {
        if (question().filter(answer.question()::equals).isPresent()) {
            forecast.set(Optional.of(answer.forecast()));
        }
    }

    /// Asks the machine again how quiet it is.
    void listenAgain() {
        listened = null;
        ask();
    }

    /// Says it once more, writes that down, and then runs exactly that.
    void runIt() {
        Optional<Question> asked = question();
        if (asked.isEmpty() || !possible.get()) {
            return;
        }
        Question question = asked.get();
        var _ =
                background.run(
                        "write prediction",
                        () -> writeDown(question),
                        id -> measure(question, id),
                        session::sayFailure);
    }

    private String writeDown(Question question) throws LedgerException {
        NoiseProbe probe = probe(Duration.ZERO);
        return ledger.predict(
                question.base().experiment().site().name(),
                question.asked(),
                question.base().words(),
                foretell(question, probe),
                probe.words());
    }

    private void measure(Question question, String id) {
        readLedger();
        session.measuring()
                .begin(
                        new Study(List.of(question.asked().experiment()), REPEATS, 1)
                                .continuing(""),
                        (result, runs) -> {
                            if (!result.stopped()) {
                                writeDown(id, result);
                            }
                            scaling.addRuns(runs);
                        });
    }

    private void writeDown(String id, StudyResult result) {
        var _ =
                background.run(
                        "write outcome",
                        () -> {
                            ledger.measured(id, LedgerEntry.Outcome.of(result));
                            return ledger.read();
                        },
                        contents::set,
                        session::sayFailure);
    }

    private void readLedger() {
        var _ = background.run("read ledger", ledger::read, contents::set, session::sayFailure);
    }

    ReadOnlyObjectProperty<List<Basis>> basesProperty() {
        return bases.getReadOnlyProperty();
    }

    /// Which runs are replayed.
    ObjectProperty<Optional<Basis>> baseProperty() {
        return base;
    }

    ObjectProperty<Integer> workersProperty() {
        return workers;
    }

    ObjectProperty<Order> orderProperty() {
        return order;
    }

    ObjectProperty<Integer> atOnceProperty() {
        return atOnce;
    }

    /// What is said; empty before there is anything to say it of.
    ReadOnlyObjectProperty<Optional<Forecast>> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /// Whether it can be run.
    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Ledger.Contents> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    Ledger ledger() {
        return ledger;
    }
}
