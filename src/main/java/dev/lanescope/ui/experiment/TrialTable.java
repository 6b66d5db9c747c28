package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.ui.kit.Shown;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.Trials;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A table with a row for each model that is empty until somebody presses the button, then filled
/// case by case, and can be stopped.
///
/// @param <K> what a column stands for
final class TrialTable<K> extends VBox {

    private static final List<String> STYLES =
            List.of("text-ok", "text-warn", "text-bad", "text-muted");

    private final TableView<ConcurrencyModel> table = new TableView<>();
    private final BiFunction<ConcurrencyModel, K, TrialCell> cells;
    private final Button begin;
    private final Button stop = new Button("Stop");
    private final Label state = new Label();
    private final Label off = new Label();
    private final HBox row;
    private boolean goesOn;
    private Optional<String> refusal = Optional.empty();
    private @Nullable PopOver popOver;

    /// @param id the table's is `ID-table`, its buttons' are `ID-begin` and `ID-stop`
    /// @param what stands above it
    /// @param begins on the button
    /// @param cells what stands in them now; asked again by [#refresh]
    TrialTable(
            Trials trials,
            String id,
            String what,
            String begins,
            BiFunction<ConcurrencyModel, K, TrialCell> cells) {
        super(8);
        this.cells = cells;
        table.setId(id + "-table");
        table.getItems().setAll(Models.selectable());
        table.setPrefSize(1020, 440);
        var title = new TableColumn<ConcurrencyModel, String>("Model");
        title.setCellValueFactory(each -> new ReadOnlyStringWrapper(each.getValue().title()));
        add(title, 150);
        begin = new Button(begins);
        begin.setId(id + "-begin");
        begin.getStyleClass().add("accent");
        stop.setId(id + "-stop");
        stop.setDisable(true);
        state.setId(id + "-state");
        state.setText("It takes some minutes.");
        state.getStyleClass().add("text-muted");
        off.setId(id + "-off");
        off.getStyleClass().add("text-warn");
        Shown.follow(this, trials.refusalProperty(), this::refuse);
        row = new HBox(begin, stop, state, off);
        row.getStyleClass().add("row");
        getChildren().addAll(new Label(what), table, row);
    }

    private void refuse(Optional<String> why) {
        refusal = why;
        enable();
    }

    /// Says why the button is off, if it is so for what goes on elsewhere.
    private void enable() {
        begin.setDisable(goesOn || refusal.isPresent());
        stop.setDisable(!goesOn);
        off.setText(goesOn ? "" : refusal.orElse(""));
    }

    private void add(TableColumn<ConcurrencyModel, ?> column, double width) {
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    /// Adds a column.
    ///
    /// @param tip what its figures are; empty if its head says it
    void column(K key, String head, String tip, double width) {
        var column = new TableColumn<ConcurrencyModel, String>(tip.isEmpty() ? head : "");
        if (!tip.isEmpty()) {
            var label = new Label(head);
            label.setTooltip(new Tooltip(tip));
            column.setGraphic(label);
        }
        column.setCellValueFactory(
                each -> new ReadOnlyStringWrapper(cells.apply(each.getValue(), key).text()));
        column.setCellFactory(_ -> new Cell(key));
        add(column, width);
    }

    /// Puts something to be chosen beside the buttons; it cannot be used while they are at work.
    void choice(Node node) {
        row.getChildren().addFirst(node);
        node.disableProperty().bind(begin.disableProperty());
    }

    /// What the buttons do.
    void on(Runnable beginning, Runnable stopping) {
        begin.setOnAction(_ -> {
            goesOn = true;
            enable();
            beginning.run();
        });
        stop.setOnAction(_ -> {
            stopping.run();
            over("Stopped.");
        });
    }

    /// Looks at all cells again.
    void refresh() {
        table.refresh();
    }

    /// How far it is.
    void says(String words) {
        state.setText(words);
    }

    /// Nothing more comes.
    void over(String words) {
        goesOn = false;
        enable();
        state.setText(words);
    }

    private final class Cell extends TableCell<ConcurrencyModel, String> {

        private final K key;

        Cell(K key) {
            this.key = key;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            getStyleClass().removeAll(STYLES);
            ConcurrencyModel model = empty ? null : getTableRow().getItem();
            TrialCell cell = model == null ? TrialCell.EMPTY : cells.apply(model, key);
            setText(cell.text());
            setTooltip(cell.tip().isEmpty() ? null : new Tooltip(cell.tip()));
            if (!cell.style().isEmpty()) {
                getStyleClass().add(cell.style());
            }
        }
    }

    /// Ends what goes on, because nobody looks any more.
    void close() {
        if (goesOn) {
            over("Stopped when the table was closed.");
        }
    }

    /// Opens it in a pop-over.
    ///
    /// @param hidden what to do when that is closed
    void show(String title, Runnable hidden, Node owner) {
        if (popOver == null) {
            popOver = Windows.popOver(this, title);
            popOver.setOnHidden(_ -> {
                hidden.run();
                close();
            });
        }
        popOver.show(owner);
    }
}
