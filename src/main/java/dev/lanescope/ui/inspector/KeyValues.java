package dev.lanescope.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Names on the left, values on the right.
final class KeyValues extends GridPane {

    private int rows;

    KeyValues() {
        getStyleClass().add("key-values");
    }

    void clear() {
        getChildren().clear();
        rows = 0;
    }

    /// Adds a row whose value is set in the face of numbers.
    void add(String key, String value) {
        var label = new Label(value);
        label.getStyleClass().add("num");
        add(key, label);
    }

    void add(String key, Node value) {
        var name = new Label(key);
        name.getStyleClass().add("key");
        value.getStyleClass().add("value");
        if (value instanceof Label label) {
            name.setLabelFor(label);
            label.setWrapText(true);
        }
        addRow(rows++, name, value);
    }
}
