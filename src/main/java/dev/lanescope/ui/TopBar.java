package dev.lanescope.ui;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Logo;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.kit.ThemeChoice;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of the window: the name, the screens, the search field, theme and motion, the keys.
final class TopBar extends HBox {

    TopBar(Appearance appearance, Motion motion, Node screens, Node find, Runnable showKeys) {
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
        brand.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(brand, screens, space, find, themeMenu(appearance, motion), help);
    }

    private static MenuButton themeMenu(Appearance appearance, Motion motion) {
        var menu = new MenuButton(null, Icons.SUN.node());
        menu.getStyleClass().add("icon-button");
        menu.setId("theme");
        menu.setAccessibleText("Theme and motion");
        menu.setTooltip(new Tooltip("Light, dark, or as the system (Ctrl+Shift+L); motion"));
        var group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var item = new RadioMenuItem(choice.label());
            item.setToggleGroup(group);
            item.setOnAction(_ -> appearance.choiceProperty().set(choice));
            appearance.choiceProperty().subscribe(now -> item.setSelected(now == choice));
            menu.getItems().add(item);
        }
        var reduced = new CheckMenuItem("Reduce motion");
        reduced.setId("reduce-motion");
        reduced.selectedProperty().bindBidirectional(motion.reducedProperty());
        menu.getItems().addAll(new SeparatorMenuItem(), reduced);
        return menu;
    }
}
