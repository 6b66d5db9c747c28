package dev.lanescope.ui;

import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.List;

/// What can be done with the span under the pointer and with what is selected: the menu of the
/// right mouse button on the lanes, made from the [Commands].
final class LanesMenu {

    private final ContextMenu menu = new ContextMenu();

    LanesMenu(Commands commands) {
        menu.setId("lanes-menu");
        addAll(commands.in(Command.Group.SELECTION));
        menu.getItems().add(new SeparatorMenuItem());
        addAll(commands.in(Command.Group.SPANS));
    }

    private void addAll(List<Command> commands) {
        commands.stream()
                .filter(command -> !command.isGesture())
                .map(LanesMenu::item)
                .forEach(menu.getItems()::add);
    }

    private static MenuItem item(Command command) {
        var keys = new Label(command.keysShown());
        keys.getStyleClass().add("kbd");
        var item = new MenuItem(command.does(), keys);
        item.setOnAction(_ -> command.run());
        return item;
    }

    /// Opens on a right click; a drag with that button moves the picture, and the heads of lanes
    /// have a menu of their own.
    void install(Node lanes) {
        lanes.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                click -> {
                    boolean right = click.getButton() == MouseButton.SECONDARY;
                    if (right && click.isStillSincePress() && click.getX() >= TimelineScreen.HEAD) {
                        menu.show(lanes, click.getScreenX(), click.getScreenY());
                    }
                });
        lanes.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
    }
}
