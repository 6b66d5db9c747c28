package dev.lanescope.ui.scaling;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// What else differs between the runs of a sweep than their workers, and what weakens what is said
/// of them: above the curve, before any figure. Nothing if there is nothing to say.
final class Doubts extends VBox {

    private final Label differences = sentences("scaling-differences");
    private final Label cautions = sentences("scaling-cautions");

    Doubts(ScalingModel model) {
        setId("scaling-doubts");
        cautions.getStyleClass().add("text-muted");
        managedProperty().bind(visibleProperty());
        getChildren().addAll(differences, cautions);
        model.scaledProperty().subscribe(this::show);
    }

    private static Label sentences(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("text-small", "cautions");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void show(Optional<Scaled> scaled) {
        say(differences, scaled.map(now -> now.comparison().differences()).orElse(List.of()));
        say(cautions, scaled.map(now -> now.comparison().cautions()).orElse(List.of()));
        setVisible(differences.isVisible() || cautions.isVisible());
    }

    private static void say(Label label, List<String> sentences) {
        label.setText(String.join(" ", sentences));
        label.setVisible(!sentences.isEmpty());
    }
}
