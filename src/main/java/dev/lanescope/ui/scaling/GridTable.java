package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.scaling.Grid;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the heat map shows, in figures: a row for each cell. Row and cell are chosen together.
final class GridTable extends StackPane {

    private static final double ROW = 22;
    private static final double HEAD = 26;
    private static final int MOST_ROWS = 6;

    private final TableView<Grid.Cell> table = new TableView<>();
    private boolean following;

    GridTable(GridModel model) {
        table.setId("grid-table");
        table.getStyleClass().add("tight");
        table.setAccessibleText("Median times by processes and threads");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(""));
        var groups = column("Processes", 84, cell -> String.valueOf(cell.groups()));
        column("Threads each", 90, cell -> String.valueOf(cell.threads()));
        column("Workers", 64, cell -> String.valueOf(cell.workers()));
        column("Median", 76, cell -> Durations.text(Math.round(cell.medianNanos()), 3));
        column("Runs", 48, cell -> String.valueOf(cell.contender().runs().size()));
        column(
                "Over the best, 95 %",
                150, cell -> cell.isBest() ? "the best" : cell.over().words());
        column(
                "Slower",
                90,
                cell -> model.gridProperty().get().map(grid -> verdict(grid, cell)).orElse(""));
        column("Times as fast, 95 %", 150, cell -> cell.speedUp().words());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null && !following) {
                        model.point(Optional.of(chosen));
                    }
                });
        getChildren().add(table);
        model.gridProperty()
                .subscribe(grid -> {
                    grid.ifPresent(now -> groups.setText(capital(now.groupWord())));
                    show(grid.map(Grid::cells).orElse(List.of()));
                });
        model.pointedProperty().subscribe(this::follow);
    }

    private static String verdict(Grid grid, Grid.Cell cell) {
        return switch (grid.rank(cell)) {
            case BEST, UNKNOWN -> "\u2013";
            case AS_GOOD -> "not shown";
            case SLOWER -> "yes";
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private TableColumn<Grid.Cell, String> column(
            String head, double width, Function<Grid.Cell, String> words) {
        var column = new TableColumn<Grid.Cell, String>(head);
        column.setPrefWidth(width);
        column.setMinWidth(36);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void show(List<Grid.Cell> cells) {
        table.getSelectionModel().clearSelection();
        table.getItems().setAll(cells);
        double height = HEAD + Math.clamp(cells.size(), 1, MOST_ROWS) * ROW + 2;
        setMinHeight(HEAD + 2 * ROW);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void follow(Optional<Grid.Cell> cell) {
        following = true;
        cell.ifPresentOrElse(
                now -> {
                    table.getSelectionModel().select(now);
                    table.scrollTo(now);
                },
                table.getSelectionModel()::clearSelection);
        following = false;
    }
}
