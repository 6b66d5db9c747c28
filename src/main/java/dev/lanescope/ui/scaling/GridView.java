package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.GridWords;
import dev.lanescope.ui.kit.Appearance;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// A grid of processes and threads: the heat map, what can be said of it, and the same in figures.
final class GridView extends VBox {

    private final Label words = new Label();

    GridView(GridModel model, Appearance appearance) {
        setId("grid");
        var map = new GridMap(model, appearance);
        VBox.setVgrow(map, Priority.ALWAYS);
        words.setId("grid-words");
        words.getStyleClass().addAll("text-small", "text-muted", "cautions");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(map, words, new GridTable(model));
        model.gridProperty().subscribe(this::show);
    }

    private void show(Optional<Grid> grid) {
        words.setText(String.join(" ", grid.map(GridWords::of).orElse(List.of())));
    }
}
