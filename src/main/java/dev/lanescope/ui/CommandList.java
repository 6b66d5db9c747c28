package dev.lanescope.ui;

import dev.lanescope.ui.kit.Windows;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The palette: a list of commands that fit what was typed, each with its keys.
final class CommandList {

    private final Commands commands;
    private final Runnable done;
    private final ListView<Command> list = new ListView<>();
    private final PopOver popOver = Windows.popOver(list);

    /// @param done called before a command is carried out
    CommandList(Commands commands, Runnable done) {
        this.commands = commands;
        this.done = done;
        list.setId("commands");
        list.setAccessibleText("Commands");
        list.setPrefSize(420, 320);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("There is no such command."));
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> run());
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setAutoHide(true);
        popOver.setHideOnEscape(false); // the field forgets what was typed, too
    }

    void show(Node below, String typed) {
        list.getItems().setAll(commands.matching(typed));
        list.getSelectionModel().selectFirst();
        if (!popOver.isShowing()) {
            popOver.show(below);
        }
    }

    void hide() {
        popOver.hide();
    }

    boolean isShowing() {
        return popOver.isShowing();
    }

    void select(int by) {
        int most = Math.max(0, list.getItems().size() - 1);
        int index = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, most);
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 3));
    }

    /// Carries out the chosen command.
    void run() {
        @Nullable Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            done.run();
            chosen.run();
        }
    }

    private static final class Cell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(null);
            if (command != null && !empty) {
                var group = new Label(command.group().title());
                group.getStyleClass().add("text-muted");
                group.setMinWidth(80);
                var space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                var keys = new Label(command.keysShown());
                keys.getStyleClass().add("kbd");
                keys.setVisible(!command.keys().isEmpty());
                var row = new HBox(8, group, new Label(command.does()), space, keys);
                row.setAlignment(Pos.CENTER_LEFT);
                setGraphic(row);
            }
        }
    }
}
