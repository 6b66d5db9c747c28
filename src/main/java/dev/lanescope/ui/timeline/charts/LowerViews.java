package dev.lanescope.ui.timeline.charts;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.util.List;
import java.util.Locale;

/// What stands below the lanes: one of several views, chosen by a switch; where there is no room
/// for the switch, by a menu. The others take no part in layout and are not painted.
public final class LowerViews extends VBox {

    private static final double HEIGHT = 208;
    private static final double LEAST_HEIGHT = 152;

    /// Beside and between what stands in the bar.
    private static final double PADDING = 36;

    /// What must have room beside the switch, whichever view is shown: it is not to come and go.
    private static final double EXTRA = 150;

    private final SegmentedButton buttons = new SegmentedButton();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane stage = new StackPane();
    private final MenuButton menu = new MenuButton();
    private final ToggleGroup items = new ToggleGroup();
    private final HBox bar;
    private final StackPane extras = new StackPane();

    /// @param name of the first view, which is shown
    public LowerViews(String name, Node first) {
        setId("lower-views");
        buttons.setToggleGroup(group);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        menu.setId("choose-view");
        menu.getStyleClass().addAll("small", "text-small");
        menu.setMinWidth(USE_PREF_SIZE);
        buttons.setMinWidth(USE_PREF_SIZE); // the words on the right give way
        menu.managedProperty().bind(menu.visibleProperty());
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.visibleProperty().bind(menu.visibleProperty().not());
        menu.setVisible(false);
        bar = new HBox(buttons, menu, space, extras);
        bar.setMinWidth(0);
        bar.widthProperty().subscribe(_ -> fit());
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
                    if (now instanceof ToggleButton button) {
                        menu.setText(button.getText());
                        menu.setAccessibleText("Shown below the lanes: " + button.getText());
                    }
                });
        add(name, first, new Region());
        group.selectToggle(group.getToggles().getFirst());
    }

    private void fit() {
        double needed = buttons.prefWidth(-1) + EXTRA + PADDING;
        boolean hadFocus = buttons.getButtons().stream().anyMatch(Node::isFocused);
        menu.setVisible(bar.getWidth() > 0 && needed > bar.getWidth());
        if (hadFocus && menu.isVisible()) {
            menu.requestFocus();
        }
    }

    /// Adds a view.
    ///
    /// @param extra stands at the right end of the switch while the view is shown
    public void add(String name, Node view, Node extra) {
        var button = new ToggleButton(name);
        button.getStyleClass().addAll("small", "text-small");
        button.setAccessibleText("Show " + name + " below the lanes");
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        button.setId("show-" + id);
        button.setToggleGroup(group);
        buttons.getButtons().add(button);
        var item = new RadioMenuItem(name);
        item.setId("choose-" + id);
        item.setToggleGroup(items);
        item.setOnAction(_ -> group.selectToggle(button));
        button.selectedProperty().subscribe(item::setSelected);
        menu.getItems().add(item);
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
