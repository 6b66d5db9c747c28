package dev.lanescope.ui;

import dev.lanescope.ui.kit.Windows;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The sheet of keys and gestures, made from the [Commands].
final class KeySheet {

    /// Of about the same height, and together not wider than a small screen.
    private static final List<List<Command.Group>> COLUMNS =
            List.of(
                    List.of(Command.Group.EXPERIMENT, Command.Group.LANES),
                    List.of(Command.Group.TIME, Command.Group.SPANS, Command.Group.SEARCH),
                    List.of(Command.Group.SELECTION, Command.Group.FIGURES, Command.Group.COMPARE));

    private static final double MOST_WORDS = 210;

    /// What of the screen is not the sheet's: title and bar above, edges at the sides.
    private static final double ABOVE = 130;

    private static final double BESIDE = 40;

    private final Commands commands;
    private @Nullable PopOver sheet;

    KeySheet(Commands commands) {
        this.commands = commands;
    }

    /// Shows it below a node, or hides it.
    void toggle(Node below) {
        if (sheet != null && sheet.isShowing()) {
            sheet.hide();
            return;
        }
        var columns = new HBox(18);
        columns.setId("keys");
        columns.setStyle("-fx-padding: 12px");
        COLUMNS.forEach(groups -> columns.getChildren().add(column(groups)));
        sheet = Windows.popOver(scrolling(columns), "Keys and gestures");
        sheet.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        sheet.show(below);
    }

    /// As wide and high as it needs to be, or as the screen is, with something to scroll then.
    private static ScrollPane scrolling(Node columns) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMaxSize(screen.getWidth() - BESIDE, screen.getHeight() - ABOVE);
        return scroll;
    }

    private VBox column(List<Command.Group> groups) {
        var column = new VBox(12);
        for (Command.Group group : groups) {
            List<Command> listed =
                    commands.in(group).stream().filter(each -> !each.keys().isEmpty()).toList();
            if (!listed.isEmpty()) {
                var title = new Label(group.title());
                title.getStyleClass().add("text-small-strong");
                column.getChildren().add(new VBox(4, title, rows(listed)));
            }
        }
        return column;
    }

    private static GridPane rows(List<Command> listed) {
        var grid = new GridPane(8, 3);
        for (int row = 0; row < listed.size(); row++) {
            var keys = new Label(listed.get(row).keysShown());
            keys.getStyleClass().addAll("kbd", "text-small");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            var does = new Label(listed.get(row).does());
            does.getStyleClass().add("text-small");
            does.setWrapText(true);
            does.setMaxWidth(MOST_WORDS);
            grid.addRow(row, keys, does);
        }
        return grid;
    }
}
