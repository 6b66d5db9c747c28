package dev.lanescope.ui.inspector;

import dev.lanescope.trace.Fact;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;

/// What a trace tells of its run besides the spans: settings, hashes, machine, JVM.
final class FactsSection extends VBox {

    private final KeyValues facts = new KeyValues();

    FactsSection() {
        setId("run-known");
        setSpacing(4);
        var title = new Label("Settings, machine and result");
        title.getStyleClass().add("text-small-strong");
        getChildren().addAll(title, facts);
        managedProperty().bind(visibleProperty());
    }

    void show(List<Fact> known) {
        setVisible(!known.isEmpty());
        facts.clear();
        known.forEach(fact -> facts.add(fact.name(), fact.value()));
    }
}
