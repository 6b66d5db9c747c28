package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.InterpreterKeeper;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The interpreters that live in this app: how warm each is, and buttons to make and to end them.
final class InterpretersTable extends VBox {

    private static final String NONE =
            "There are none. A run of isolated loaders makes as many as it needs and leaves them"
                    + " here, warm, for the next one.";

    private final InterpreterKeeper keeper;
    private final TableView<Interpreter> table = new TableView<>();
    private final Label state = new Label();
    private @Nullable PopOver popOver;
    private final Button destroy = new Button("End the chosen");
    private final Button destroyAll = new Button("End all");

    InterpretersTable(InterpreterKeeper keeper) {
        super(8);
        this.keeper = keeper;
        var none = new Label(NONE);
        none.setWrapText(true);
        none.setMaxWidth(420);
        table.setId("interpreters-table");
        table.setPlaceholder(none);
        table.setPrefSize(560, 240);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column("Interpreter", 110, Interpreter::toString);
        column("Pages done", 90, each -> Long.toString(each.itemsDone()));
        column("Runs", 60, each -> Integer.toString(each.runs()));
        column("Life", 70, each -> each.phase().title());
        column("Which means", 210, each -> each.phase().sentence());
        var create = new Button("Make one");
        create.setId("interpreters-create");
        create.setOnAction(_ -> keeper.create(this::over));
        destroy.setId("interpreters-destroy");
        destroy.setOnAction(_ ->
                keeper.destroy(
                        List.copyOf(table.getSelectionModel().getSelectedItems()), this::over));
        destroy.disableProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .map(_ -> false)
                                .orElse(true));
        destroyAll.setId("interpreters-destroy-all");
        destroyAll.setOnAction(_ -> keeper.destroy(keeper.list(), this::over));
        state.setId("interpreters-state");
        state.getStyleClass().add("text-muted");
        var row = new HBox(create, destroy, destroyAll, state);
        row.getStyleClass().add("row");
        getChildren().addAll(table, row);
    }

    private void column(String head, double width, Function<Interpreter, String> says) {
        var column = new TableColumn<Interpreter, String>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(says.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void over(String sentence) {
        state.setText(sentence);
        refresh();
    }

    private void refresh() {
        table.getItems().setAll(keeper.list());
        table.refresh();
        destroyAll.setDisable(table.getItems().isEmpty());
    }

    void show(Node owner) {
        refresh();
        if (popOver == null) {
            popOver = Windows.popOver(this, "Interpreters");
        }
        popOver.show(owner);
    }
}
