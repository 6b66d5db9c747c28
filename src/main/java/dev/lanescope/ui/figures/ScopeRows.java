package dev.lanescope.ui.figures;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A table of what lies within some time, with a field above it that finds some of it. Rows are
/// made only while they are in sight, so a million of them cost no more than twenty; who finds and
/// sorts them is told when that is wanted.
class ScopeRows<R> extends VBox {

    /// Of a longer list the first rows are shown, and said to be so.
    static final int MOST_ROWS = 5_000_000;

    /// So many rows go into the clipboard at most.
    static final int MOST_COPIED = 100_000;

    /// The rows as JavaFX wants them: made when asked for.
    private static final class Rows<R> extends ObservableListBase<R> {
        private final int size;
        private final IntFunction<R> each;

        Rows(int size, IntFunction<R> each) {
            this.size = size;
            this.each = each;
        }

        @Override
        public R get(int index) {
            return each.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final TableView<R> table = new TableView<>();
    private final TextField find = new TextField();
    private final Label count = new Label();
    private boolean filling;

    /// @param id of one row; the table's own is `rows`
    /// @param asked what the field finds, e.g. `Find a counter`
    /// @param purpose of the table, for who hears it
    /// @param none instead of rows
    ScopeRows(String id, String rows, String asked, String purpose, String none) {
        setId(id + "-table");
        setMinHeight(0);
        find.setPromptText(asked);
        find.setAccessibleText(asked + " in the table");
        find.setId("find-" + id);
        find.setPrefWidth(220);
        count.getStyleClass().addAll("text-small", "text-muted");
        var bar = new HBox(find, count);
        bar.getStyleClass().add("view-switch");
        table.setId(rows);
        table.setAccessibleText(purpose);
        table.setFixedCellSize(22);
        table.setPlaceholder(new Label(none));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
        find.setOnAction(_ -> {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        });
        find.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                find.clear();
                table.requestFocus(); // letters are commands again
                key.consume();
            }
        });
    }

    /// @param asked run when other words are looked for, or another order is wanted
    /// @param chosen run by Enter and by a double click on a row
    final void tell(Runnable asked, Runnable chosen) {
        table.setSortPolicy(_ -> {
            if (!filling) {
                asked.run();
            }
            return true;
        });
        find.textProperty().subscribe((_, _) -> asked.run());
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        chosen.run();
                        key.consume();
                    }
                });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen.run();
            }
        });
    }

    /// @param by what it is sorted by; null if that would mean nothing
    final TableColumn<R, String> column(
            @Nullable Enum<?> by, String head, double width, Function<R, String> value) {
        var column = new TableColumn<R, String>(head);
        column.setSortable(by != null);
        column.setId(by == null ? head : by.name());
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    /// The same with figures, which stand under each other.
    final void figures(Enum<?> by, String head, double width, Function<R, String> value) {
        column(by, head, width, value).getStyleClass().add("number");
    }

    /// What is looked for.
    final String wanted() {
        return find.getText();
    }

    /// The name of what it is to be sorted by; null if nobody has chosen an order.
    final @Nullable String order() {
        return table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst().getId();
    }

    final boolean isDescending() {
        var order = table.getSortOrder();
        return !order.isEmpty()
                && order.getFirst().getSortType() == TableColumn.SortType.DESCENDING;
    }

    /// Whether somebody stands on its rows.
    final boolean isInUse() {
        return table.isFocused();
    }

    /// The row that somebody stands on.
    final @Nullable R row() {
        return table.getSelectionModel().getSelectedItem();
    }

    /// Stands on a row.
    ///
    /// @param visibly whether it is also brought into sight
    final void select(int row, boolean visibly) {
        table.getSelectionModel().clearAndSelect(row);
        if (visibly) {
            table.scrollTo(row);
        }
    }

    /// Shows these rows, and how many there are of how many.
    ///
    /// @param things what they are called
    final void show(int size, long all, String things, IntFunction<R> each) {
        count.setText(
                size == all
                        ? "%,d %s".formatted(all, things)
                        : "%,d of %,d %s".formatted(size, all, things));
        fill(new Rows<>(size, each));
    }

    final void showNone() {
        count.setText("");
        fill(FXCollections.observableArrayList());
    }

    /// A table forgets by what it is sorted when it is given other rows, but these are sorted.
    private void fill(ObservableList<R> rows) {
        filling = true;
        var order = List.copyOf(table.getSortOrder());
        table.setItems(rows);
        table.getSortOrder().setAll(order);
        filling = false;
    }
}
