package dev.lanescope.ui.claims;

import dev.lanescope.claims.tables.FilledTable;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The cells of a table. Arrow keys go from one to the next; Enter measures what the cell misses.
final class TableGrid extends GridPane {

    private static final double NAME = 104;
    private static final double LEAST = 136;

    private final Consumer<FilledTable.Cell> onChoice;
    private final Consumer<FilledTable.Cell> onEnter;
    private final List<TableCellBox> boxes = new ArrayList<>();
    private String table = "";
    private int columns = 1;
    private int chosen;

    /// @param onChoice told which cell is looked at
    /// @param onEnter told whose missing figures are wanted
    TableGrid(Consumer<FilledTable.Cell> onChoice, Consumer<FilledTable.Cell> onEnter) {
        this.onChoice = onChoice;
        this.onEnter = onEnter;
        setId("table-grid");
        getStyleClass().add("claim-table");
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(FilledTable now) {
        boolean same = now.frame().id().equals(table);
        boolean focused = same && boxes.stream().anyMatch(TableCellBox::isFocused);
        table = now.frame().id();
        columns = now.frame().columns().size();
        boxes.clear();
        getChildren().clear();
        getColumnConstraints().setAll(new ColumnConstraints(NAME));
        add(head(now.frame().corner()), 0, 0);
        for (int column = 0; column < columns; column++) {
            var constraints = new ColumnConstraints(LEAST, LEAST, Double.MAX_VALUE);
            constraints.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(constraints);
            add(head(now.frame().columns().get(column)), column + 1, 0);
        }
        for (int row = 0; row < now.rows().size(); row++) {
            add(head(now.rows().get(row).title()), 0, row + 1);
            for (int column = 0; column < columns; column++) {
                int at = boxes.size();
                var box = new TableCellBox(now.rows().get(row).cells().get(column), () -> mark(at));
                boxes.add(box);
                add(box, column + 1, row + 1);
            }
        }
        mark(same ? chosen : 0);
        if (focused) {
            boxes.get(chosen).requestFocus();
        }
    }

    private static Label head(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("text-small-strong", "claim-table-head");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void mark(int at) {
        chosen = Math.clamp(at, 0, boxes.size() - 1);
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).mark(i == chosen);
        }
        onChoice.accept(boxes.get(chosen).cell());
    }

    private void pressed(KeyEvent key) {
        int to =
                switch (key.getCode()) {
                    case LEFT -> chosen - 1;
                    case RIGHT -> chosen + 1;
                    case UP -> chosen - columns;
                    case DOWN -> chosen + columns;
                    default -> chosen;
                };
        if (key.getCode() == KeyCode.ENTER) {
            onEnter.accept(boxes.get(chosen).cell());
            key.consume();
        } else if (key.getCode().isArrowKey()) {
            if (to >= 0 && to < boxes.size()) {
                boxes.get(to).requestFocus();
            }
            key.consume();
        }
    }
}
