package dev.lanescope.ui;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import java.util.Locale;

/// The switch between the screens, in the head of the window.
final class ScreenTabs extends HBox {

    ScreenTabs(Screens screens) {
        setId("screens");
        setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Screens.Screen screen : Screens.Screen.values()) {
            var tab = new ToggleButton(screen.title());
            tab.getStyleClass().add("screen-tab");
            tab.setId("screen-" + screen.name().toLowerCase(Locale.ROOT));
            tab.setAccessibleText("Show the screen " + screen.title());
            tab.setTooltip(new Tooltip(screen.title() + " (Ctrl+" + (screen.ordinal() + 1) + ")"));
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> {
                screens.show(screen);
                tab.setSelected(true); // a second click does not take the screen away
            });
            screens.shownProperty().subscribe(now -> tab.setSelected(now == screen));
            getChildren().add(tab);
        }
    }
}
