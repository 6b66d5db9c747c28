package dev.lanescope.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;

import java.util.ArrayList;
import java.util.List;

/// Names on the left, values on the right.
final class KeyValues extends GridPane {

    private final List<List<String>> texts = new ArrayList<>();
    private int rows;

    KeyValues() {
        getStyleClass().add("key-values");
    }

    void clear() {
        getChildren().clear();
        texts.clear();
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
        if (!(value instanceof Hyperlink)) {
            value.getStyleClass().add("value");
        }
        if (value instanceof Label label) {
            name.setLabelFor(label);
            label.setWrapText(true);
        }
        if (value instanceof Labeled labeled) {
            texts.add(List.of(key, labeled.getText()));
        }
        addRow(rows++, name, value);
    }

    /// The rows as text.
    List<List<String>> texts() {
        return List.copyOf(texts);
    }
}
