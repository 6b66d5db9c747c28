package dev.lanescope.ui.session;

import dev.lanescope.content.Site;
import dev.lanescope.lab.curves.CurveFinding;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.ui.kit.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What can be tried out case by case. One trial goes on at a time and none beside a run or a
/// study, for what goes on together measures each other. Lives on the FX thread.
public final class Trials {

    private final SessionModel session;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<String>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Going now;

    /// @param what goes on, as the beginning of a sentence
    private record Going(Object who, String what) {}

    Trials(SessionModel session, Background background) {
        this.session = session;
        this.background = background;
        session.activeProperty().subscribe(_ -> update());
        session.measuring().studyProperty().subscribe(_ -> update());
    }

    /// Why nothing can be begun at the moment, a sentence; empty if something can.
    public ReadOnlyObjectProperty<Optional<String>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What goes on, if it is one of these trials, as the beginning of a sentence.
    Optional<String> goingOn() {
        return Optional.ofNullable(now).map(Going::what);
    }

    /// To try out what faults cost.
    public Trial<FaultFinding> ofFaults() {
        return new Trial<>(
                background,
                this,
                "faults",
                "Faults are being tried out",
                found -> FaultFinding.findAll(session.pythons().chosenProperty().get(), found));
    }

    /// To measure what models cost.
    ///
    /// @param content whose pages are used; if none is given, those of the sample content
    public Trial<CostFinding> ofCosts(Optional<Site> content) {
        return new Trial<>(
                background,
                this,
                "costs",
                "What models cost is being measured",
                found ->
                        CostFinding.findAll(
                                content, session.pythons().chosenProperty().get(), found));
    }

    /// To measure what costs depend on.
    ///
    /// @param content whose pages are used; if none is given, those of the sample content
    public Trial<CurveFinding> ofCurves(CurveKind kind, Optional<Site> content) {
        return new Trial<>(
                background,
                this,
                "curves",
                "What costs depend on is being measured",
                found -> CurveTrials.findAll(kind, content, found));
    }

    /// Takes the machine for something that is no run and no study.
    ///
    /// @param what goes on, as the beginning of a sentence
    public void begins(Object who, String what) {
        now = new Going(who, what);
        update();
    }

    /// Gives it back; nothing happens if somebody else has it.
    public void ends(Object who) {
        if (now != null && now.who().equals(who)) {
            now = null;
            update();
        }
    }

    private void update() {
        Optional<String> other =
                session.activeProperty().get().isPresent()
                        ? Optional.of("A run goes on")
                        : session.measuring().isGoingOn()
                                ? Optional.of("A study goes on")
                                : goingOn();
        refusal.set(other.map(what -> what + "; stop that first, or wait for its end."));
    }
}
