package dev.lanescope.ui.timeline.charts;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.util.List;

/// What stands below the lanes: one of several views, chosen by a switch. The others take no part
/// in layout and are not painted.
public final class LowerViews extends VBox {

    private static final double HEIGHT = 208;
    private static final double LEAST_HEIGHT = 152;

    private final SegmentedButton buttons = new SegmentedButton();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane stage = new StackPane();
    private final HBox bar;
    private final StackPane extras = new StackPane();

    /// @param name of the first view, which is shown
    public LowerViews(String name, Node first) {
        setId("lower-views");
        buttons.setToggleGroup(group);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar = new HBox(buttons, space, extras);
        bar.getStyleClass().add("view-switch");
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setPrefHeight(HEIGHT); // the same for all, or the lanes would jump
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(bar, stage);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        group.selectToggle(before); // one is always shown
                    }
                });
        add(name, first, new Region());
        group.selectToggle(group.getToggles().getFirst());
    }

    /// Adds a view.
    ///
    /// @param extra stands at the right end of the switch while the view is shown
    public void add(String name, Node view, Node extra) {
        var button = new ToggleButton(name);
        button.getStyleClass().addAll("small", "text-small");
        button.setAccessibleText("Show " + name + " below the lanes");
        button.setId("show-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        button.setToggleGroup(group);
        buttons.getButtons().add(button);
        for (Node node : List.of(view, extra)) {
            node.visibleProperty().bind(button.selectedProperty());
            node.managedProperty().bind(node.visibleProperty());
        }
        stage.getChildren().add(view);
        extras.getChildren().add(extra);
    }

    /// Shows a view by its name.
    public void show(String name) {
        group.getToggles().stream()
                .filter(toggle -> ((ToggleButton) toggle).getText().equals(name))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
