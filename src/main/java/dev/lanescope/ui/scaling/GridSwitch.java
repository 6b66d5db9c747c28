package dev.lanescope.ui.scaling;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import org.controlsfx.control.SegmentedButton;

/// Curve or grid; there only while there is a grid.
final class GridSwitch extends SegmentedButton {

    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton curve = button("Curve", "show-curve");
    private final ToggleButton grid = button("Grid", "show-grid");

    GridSwitch(GridModel model) {
        setToggleGroup(group);
        setMinWidth(USE_PREF_SIZE);
        getButtons().addAll(curve, grid);
        curve.setOnAction(_ -> choose(model, false));
        grid.setOnAction(_ -> choose(model, true));
        managedProperty().bind(visibleProperty());
        model.gridProperty().subscribe(now -> setVisible(now.isPresent()));
        model.shownProperty().subscribe(this::mark);
    }

    private static ToggleButton button(String name, String id) {
        var button = new ToggleButton(name);
        button.setId(id);
        button.getStyleClass().addAll("small", "text-small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void choose(GridModel model, boolean wanted) {
        model.wish(wanted);
        mark(model.isShown()); // also if it was shown already
    }

    private void mark(boolean shown) {
        group.selectToggle(shown ? grid : curve);
    }
}
