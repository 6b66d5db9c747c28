package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.chart.Rows;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;

/// "Lanes 8" above the heads: how many there are, and a menu of what can be done with them and with
/// the chosen one. So whatever the mouse can do on the heads, the keyboard can do here.
final class LanesHead extends MenuButton {

    private final TimelineModel model;
    private final LaneMenus menus;

    LanesHead(TimelineModel model) {
        this.model = model;
        this.menus = new LaneMenus(model.arrangement());
        setId("lanes-menu");
        getStyleClass().addAll("lanes-head", "text-small");
        getItems().add(new SeparatorMenuItem()); // a menu without items never opens
        setOnShowing(_ -> fill());
        model.arrangement().rowsProperty().subscribe(this::count);
    }

    private void count(Rows rows) {
        int all = rows.lanes();
        int shown = rows.shown();
        setText("Lanes  " + (shown == all ? "" + all : shown + "/" + all));
        setAccessibleText(
                "Lanes, " + (shown == all ? all + " shown" : shown + " of " + all + " shown"));
    }

    private void fill() {
        getItems().setAll(menus.forAll());
        model.selectionProperty()
                .get()
                .filter(chosen -> chosen.lane() < model.arrangement().rows().lanes())
                .ifPresent(chosen -> {
                    var its = new Menu("The chosen lane");
                    its.getItems().setAll(menus.forLane(chosen.lane()));
                    getItems().add(0, its);
                    getItems().add(1, new SeparatorMenuItem());
                });
    }
}
