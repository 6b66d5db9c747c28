package dev.lanescope.ui;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Logo;
import dev.lanescope.ui.kit.ThemeChoice;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of the window: the name, the search field, the theme, the keys.
final class TopBar extends HBox {

    TopBar(Appearance appearance, Node find, Runnable showKeys) {
        getStyleClass().add("tab-bar");
        var brand = new Label("Lanescope", new Logo(20));
        brand.getStyleClass().addAll("brand", "text-heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var help = new Button(null, Icons.HELP.node());
        help.getStyleClass().add("icon-button");
        help.setId("help");
        help.setAccessibleText("Keys and gestures");
        help.setTooltip(new Tooltip("Keys and gestures (?)"));
        help.setOnAction(_ -> showKeys.run());
        getChildren().addAll(brand, space, find, themeMenu(appearance), help);
    }

    private static MenuButton themeMenu(Appearance appearance) {
        var menu = new MenuButton(null, Icons.SUN.node());
        menu.getStyleClass().add("icon-button");
        menu.setId("theme");
        menu.setAccessibleText("Theme");
        menu.setTooltip(new Tooltip("Light, dark, or as the system (Ctrl+Shift+L)"));
        var group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var item = new RadioMenuItem(choice.label());
            item.setToggleGroup(group);
            item.setOnAction(_ -> appearance.choiceProperty().set(choice));
            appearance.choiceProperty().subscribe(now -> item.setSelected(now == choice));
            menu.getItems().add(item);
        }
        return menu;
    }
}
