package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.InterpreterQueue;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.InterpreterKeeper;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The interpreters that live in this app: how warm each is, and buttons to make them, to have them
/// render a page, and to end them; and the queues between them.
final class InterpretersTable extends VBox {

    private static final String NONE =
            "There are none. A run of isolated loaders makes as many as it needs and leaves them"
                    + " here, warm, for the next one.";

    private static final double WIDTH = 560;

    private final InterpreterKeeper keeper;
    private final TableView<Interpreter> table = new TableView<>();
    private final TableView<InterpreterQueue> queues = new TableView<>();
    private final Label state = new Label();
    private @Nullable PopOver popOver;
    private final Button call = new Button("Call a page");
    private final Button stop = new Button("Stop");
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
        table.setPrefSize(WIDTH, 200);
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
        call.setId("interpreters-call");
        call.setTooltip(new Tooltip("The chosen interpreter renders the next page"));
        call.disableProperty().bind(destroy.disableProperty());
        call.setOnAction(_ ->
                chosen().ifPresent(each -> {
                    keeper.call(each, Optional.empty(), this::over);
                    refresh();
                }));
        stop.setId("interpreters-stop");
        stop.setTooltip(new Tooltip("Gives up the interpreters that are called at the moment"));
        stop.setOnAction(_ -> keeper.stop(this::over));
        state.setId("interpreters-state");
        state.setWrapText(true);
        state.setMaxWidth(WIDTH);
        state.setMinHeight(USE_PREF_SIZE);
        state.getStyleClass().add("text-muted");
        var row = new HBox(create, call, stop, destroy, destroyAll);
        row.getStyleClass().add("row");
        getChildren().addAll(table, row, queueTable(), queueRow(), state);
    }

    private TableView<InterpreterQueue> queueTable() {
        queues.setId("queues-table");
        queues.setPlaceholder(
                new Label("There are no queues. Only bytes go through one, from any interpreter."));
        queues.setPrefSize(WIDTH, 120);
        column(queues, "Queue", 150, InterpreterQueue::name);
        column(queues, "Pages in it", 120, each -> Integer.toString(each.size()));
        column(queues, "Room for", 120, each -> Integer.toString(each.capacity()));
        return queues;
    }

    private HBox queueRow() {
        var make = new Button("Make a queue");
        make.setId("queues-create");
        make.setOnAction(_ -> keeper.createQueue(this::over));
        var put = new Button("Render into it");
        put.setId("queues-put");
        put.setTooltip(new Tooltip("The chosen interpreter renders a page into the chosen queue"));
        put.setOnAction(_ ->
                chosen().ifPresent(each -> {
                    keeper.call(each, queue(), this::over);
                    refresh();
                }));
        var take = new Button("Take out of it");
        take.setId("queues-take");
        take.setTooltip(new Tooltip("The chosen interpreter takes the next page out"));
        take.setOnAction(_ ->
                chosen().ifPresent(each ->
                        queue().ifPresent(from -> {
                            keeper.take(each, from, this::over);
                            refresh();
                        })));
        var forget = new Button("Forget all");
        forget.setId("queues-destroy");
        forget.setOnAction(_ -> keeper.destroyQueues(this::over));
        var noneChosen = destroy.disableProperty().or(noQueue());
        put.disableProperty().bind(noneChosen);
        take.disableProperty().bind(noneChosen);
        var row = new HBox(make, put, take, forget);
        row.getStyleClass().add("row");
        return row;
    }

    private BooleanBinding noQueue() {
        return Bindings.isNull(queues.getSelectionModel().selectedItemProperty());
    }

    private Optional<Interpreter> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private Optional<InterpreterQueue> queue() {
        return Optional.ofNullable(queues.getSelectionModel().getSelectedItem());
    }

    private void column(String head, double width, Function<Interpreter, String> says) {
        column(table, head, width, says);
    }

    private static <T> void column(
            TableView<T> table, String head, double width, Function<T, String> says) {
        var column = new TableColumn<T, String>(head);
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
        keep(table, keeper.list());
        keep(queues, keeper.queues());
        destroyAll.setDisable(table.getItems().isEmpty());
        stop.setDisable(!keeper.isCalling());
    }

    /// Shows what there is now; what was chosen stays so.
    private static <T> void keep(TableView<T> table, List<T> items) {
        List<T> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        table.getItems().setAll(items);
        chosen.forEach(table.getSelectionModel()::select);
        table.refresh();
    }

    void show(Node owner) {
        refresh();
        if (popOver == null) {
            popOver = Windows.popOver(this, "Interpreters");
        }
        popOver.show(owner);
    }
}
