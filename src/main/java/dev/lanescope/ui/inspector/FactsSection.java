package dev.lanescope.ui.inspector;

import dev.lanescope.trace.Fact;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;

/// What a trace tells of its run besides the spans: settings, hashes, machine, JVM. Values are long
/// here, so each stands below its name.
final class FactsSection extends VBox {

    private static final double WITHIN = 1;
    private static final double BETWEEN = 6;

    private final Label title = new Label("Settings, machine and result");

    FactsSection() {
        setId("run-known");
        setSpacing(BETWEEN);
        title.getStyleClass().add("text-small-strong");
        managedProperty().bind(visibleProperty());
    }

    void show(List<Fact> known) {
        setVisible(!known.isEmpty());
        getChildren().setAll(title);
        known.forEach(fact -> getChildren().add(row(fact)));
    }

    private static VBox row(Fact fact) {
        var name = new Label(fact.name());
        name.getStyleClass().addAll("text-muted", "text-small");
        var value = new Label(fact.value());
        value.getStyleClass().add("num");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        name.setLabelFor(value);
        return new VBox(WITHIN, name, value);
    }
}
