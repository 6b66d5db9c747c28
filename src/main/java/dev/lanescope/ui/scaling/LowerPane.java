package dev.lanescope.ui.scaling;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

/// What stands below the chart and its table: predictions, or rules of thumb.
final class LowerPane extends VBox {

    private final SegmentedButton buttons = new SegmentedButton();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane stage = new StackPane();

    LowerPane(LedgerTable ledger, RulesTable rules) {
        buttons.setToggleGroup(group);
        var bar = new HBox(buttons);
        bar.getStyleClass().add("view-switch");
        getChildren().addAll(bar, stage);
        ToggleButton first = add("Predictions", "show-predictions", ledger);
        add("Rules of thumb", "show-rules", rules);
        group.selectToggle(first);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        group.selectToggle(before); // one is always shown
                    }
                });
    }

    private ToggleButton add(String name, String id, Node view) {
        var button = new ToggleButton(name);
        button.setId(id);
        button.getStyleClass().addAll("small", "text-small");
        button.setToggleGroup(group);
        buttons.getButtons().add(button);
        view.visibleProperty().bind(button.selectedProperty());
        view.managedProperty().bind(view.visibleProperty());
        stage.getChildren().add(view);
        return button;
    }
}
