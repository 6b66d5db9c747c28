package dev.lanescope.ui.claims;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.SegmentedButton;

import java.util.Locale;

/// What others said, in two parts: claims, and plans of research.
public final class ClaimsParts extends BorderPane {

    /// A part of the screen.
    public enum Part {
        CARDS("Cards"),
        GUIDE("Guide");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CARDS);

    public ClaimsParts(ClaimsScreen cards, GuidePane guide) {
        var group = new ToggleGroup();
        var parts = new SegmentedButton();
        parts.setToggleGroup(group);
        for (Part each : Part.values()) {
            var button = new ToggleButton(each.title);
            button.setId("claims-" + each.title.toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("small", "text-small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                part.set(each);
                button.setSelected(true);
            });
            part.subscribe(now -> button.setSelected(now == each));
            parts.getButtons().add(button);
        }
        var head = new HBox(parts);
        head.getStyleClass().add("view-switch");
        setTop(head);
        for (Node each : new Node[] {cards, guide}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        part.subscribe(now -> {
            cards.setVisible(now == Part.CARDS);
            guide.setVisible(now == Part.GUIDE);
        });
        setCenter(new StackPane(cards, guide));
    }

    /// Which part is shown.
    public ObjectProperty<Part> partProperty() {
        return part;
    }
}
