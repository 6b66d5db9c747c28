package dev.lanescope.ui.compare;

import dev.lanescope.ui.kit.ModelLook;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;

/// A small table with a run at the left of each row and figures beside it. A click or Enter on a
/// row goes where it leads.
///
/// @param <T> what a row is; it must not hold a run, see [RunLabel]
final class FigureTable<T> {

    private static final double ROW = 20;

    private final TableView<T> table = new TableView<>();

    /// @param id for style sheets and tests
    /// @param spoken its name for screen readers
    FigureTable(String id, String spoken, Consumer<T> onRow) {
        table.setId(id);
        table.getStyleClass().add("tight");
        table.setAccessibleText(spoken);
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(""));
        table.setMinSize(80, 40);
        table.setOnMouseClicked(_ -> go(onRow));
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                go(onRow);
            }
        });
    }

    private void go(Consumer<T> onRow) {
        T chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onRow.accept(chosen);
        }
    }

    TableView<T> node() {
        return table;
    }

    FigureTable<T> runColumn(Function<T, RunLabel> run) {
        var column = new TableColumn<T, RunLabel>("Run");
        column.setPrefWidth(138);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(run.apply(row.getValue())));
        column.setCellFactory(_ -> new RunCell<>());
        table.getColumns().add(column);
        return this;
    }

    /// A column of numbers.
    FigureTable<T> number(String head, double width, Function<T, String> words) {
        return words(head, width, words, "number");
    }

    FigureTable<T> words(String head, double width, Function<T, String> words) {
        return words(head, width, words, "text");
    }

    private FigureTable<T> words(
            String head, double width, Function<T, String> words, String style) {
        var column = new TableColumn<T, String>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
        return this;
    }

    /// Glyph and title.
    private static final class RunCell<T> extends TableCell<T, RunLabel> {
        @Override
        protected void updateItem(@Nullable RunLabel run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setText(null);
                setGraphic(null);
            } else {
                setText(run.title());
                setGraphic(ModelLook.of(run.model()).node(10, run.isSecond()));
            }
        }
    }
}
