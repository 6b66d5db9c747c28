package dev.lanescope.ui.experiment;

import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.controlsfx.control.PopOver;

/// Opens the knobs. Its badge counts those that are not as usual.
final class KnobsButton extends Button {

    private final SessionModel session;
    private final Label badge = new Label();

    KnobsButton(SessionModel session) {
        this.session = session;
        setId("knobs");
        badge.getStyleClass().addAll("badge", "accent", "text-small");
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
        badge.setText(Integer.toString(turned));
        badge.setVisible(turned > 0);
        setTooltip(new Tooltip(session.experimentInWords()));
    }

    private void open() {
        var pane = new KnobsPane(session);
        PopOver popOver = Windows.popOver(pane);
        pane.onFaults(() -> {
            popOver.hide();
            FaultTable.show(session.newFaultTrial(), this);
        });
        pane.onCosts(() -> {
            popOver.hide();
            CostTable.show(session, this);
        });
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setTitle("Knobs");
        popOver.setHeaderAlwaysVisible(true);
        popOver.show(this);
    }
}
