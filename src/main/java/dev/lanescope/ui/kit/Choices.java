package dev.lanescope.ui.kit;

import javafx.beans.property.Property;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Some buttons of which one is down: what a property holds.
public final class Choices<T> extends SegmentedButton {

    private final String id;
    private final Property<T> chosen;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /// @param id of the whole; a button's has its own behind it
    public Choices(String id, Property<T> chosen) {
        this.id = id;
        this.chosen = chosen;
        setId(id);
        setToggleGroup(group);
        setMinWidth(USE_PREF_SIZE);
        chosen.subscribe(now -> group.selectToggle(buttons.get(now)));
        group.selectedToggleProperty().subscribe(this::follow);
    }

    /// Arrow keys put another one down, and press none.
    private void follow(@Nullable Toggle down) {
        buttons.forEach((choice, button) -> {
            if (button.equals(down)) {
                chosen.setValue(choice);
            }
        });
    }

    /// Adds one.
    ///
    /// @param key the end of its id
    public void add(T choice, String key, String title, String sentence) {
        var button = new ToggleButton(title);
        button.setId(id + "-" + key);
        button.getStyleClass().addAll("small", "text-small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(sentence));
        button.setAccessibleHelp(sentence);
        button.setOnAction(_ -> {
            chosen.setValue(choice);
            group.selectToggle(button); // also if it was chosen already
        });
        button.setToggleGroup(group);
        buttons.put(choice, button);
        getButtons().add(button);
        button.setSelected(choice.equals(chosen.getValue()));
    }
}
