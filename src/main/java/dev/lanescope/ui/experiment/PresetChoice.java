package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Preset;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Which of the four steps from naive to fast the knobs stand at, and below what it does.
final class PresetChoice extends VBox {

    private static final double NAME_WIDTH = 120;
    private static final String OWN = "own";

    private final ComboBox<String> box = new ComboBox<>();
    private final Label sentence = new Label();
    private boolean showing;

    /// @param chosen told of a preset that the user wants
    PresetChoice(Consumer<Preset> chosen) {
        super(2);
        setId("knob-preset");
        var name = new Label("Preset");
        name.setMinWidth(NAME_WIDTH);
        box.setAccessibleText("Preset");
        Arrays.stream(Preset.values()).map(Preset::id).forEach(box.getItems()::add);
        box.setOnAction(_ -> {
            if (!showing) {
                named(box.getValue()).ifPresent(chosen);
            }
        });
        sentence.getStyleClass().addAll("text-small", "text-muted");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(name, box);
        line.getStyleClass().add("row");
        getChildren().addAll(line, sentence);
    }

    private static Optional<Preset> named(String id) {
        return Arrays.stream(Preset.values()).filter(preset -> preset.id().equals(id)).findFirst();
    }

    void show(Knobs knobs) {
        Optional<Preset> now = Preset.of(knobs);
        showing = true;
        box.setValue(now.map(Preset::id).orElse(OWN));
        showing = false;
        sentence.setText(
                now.map(Preset::sentence)
                        .orElse("Scheduling, state, buffers and writes of your own choice."));
    }
}
