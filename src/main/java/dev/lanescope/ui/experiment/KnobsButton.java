package dev.lanescope.ui.experiment;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// Opens the knobs. Its badge counts those that are not as usual.
final class KnobsButton extends Button {

    private static final double LEAST_HEIGHT = 320;
    private static final double MOST_HEIGHT = 780;

    /// What stands above, below and around the pane in a window: bars, title, arrow.
    private static final double AROUND = 160;

    private final SessionModel session;
    private final Appearance appearance;
    private final Label badge = new Label();
    private final KnobsPane pane;
    private final InterpretersTable interpreters;
    private final CodeSheet code;
    private @Nullable PopOver popOver;
    private @Nullable FaultTable faults;
    private @Nullable CostTable costs;

    KnobsButton(SessionModel session, Appearance appearance, Background background) {
        this.session = session;
        this.appearance = appearance;
        this.pane = new KnobsPane(session);
        this.code = new CodeSheet(background);
        this.interpreters = new InterpretersTable(session.interpreters());
        setId("knobs");
        badge.getStyleClass().addAll("badge", "accent", "text-small");
        badge.setMinWidth(USE_PREF_SIZE);
        badge.managedProperty().bind(badge.visibleProperty());
        var content = new HBox(Icons.KNOBS.node(), new Label("Knobs"), badge);
        content.getStyleClass().add("row");
        setGraphic(content);
        setAccessibleText("Knobs: how the run is carried out");
        setOnAction(_ -> open());
        session.knobsProperty().subscribe(_ -> show());
        session.modelProperty().subscribe(_ -> show());
        session.workersProperty().subscribe(_ -> show());
    }

    private void show() {
        int turned = session.effectiveKnobs().turned().size();
        badge.setText(turned + " changed");
        badge.setVisible(turned > 0);
        setTooltip(new Tooltip(session.experimentInWords()));
    }

    private void open() {
        PopOver ready = popOver == null ? make() : popOver;
        popOver = ready;
        pane.fixHeight(Math.clamp(getScene().getHeight() - AROUND, LEAST_HEIGHT, MOST_HEIGHT));
        ready.show(this);
    }

    /// The one of this window: what was found stays in it.
    private FaultTable faultTable() {
        FaultTable ready = faults == null ? new FaultTable(session.trials()) : faults;
        faults = ready;
        return ready;
    }

    /// The one of this window, or a new one if other content has been opened.
    private CostTable costTable() {
        CostTable ready =
                costs == null || !costs.isOf(session.contentProperty().get())
                        ? new CostTable(session, appearance)
                        : costs;
        costs = ready;
        return ready;
    }

    private PopOver make() {
        PopOver made = Windows.popOver(pane, "Knobs");
        pane.onFaults(() -> {
            made.hide();
            faultTable().show(this);
        });
        pane.onCosts(() -> {
            made.hide();
            costTable().show(this);
        });
        pane.onCode(() -> {
            made.hide();
            code.show(session.modelProperty().get(), this);
        });
        pane.onInterpreters(() -> {
            made.hide();
            interpreters.show(this);
        });
        pane.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE && !pane.isChoosing()) {
                        made.hide();
                        key.consume();
                    }
                });
        return made;
    }
}
