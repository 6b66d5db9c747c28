package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.recording.faults.FaultVerdict;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.FaultTrial;

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

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What each fault costs under each model: empty until somebody presses the button, then filled
/// case by case.
final class FaultTable extends VBox {

    private final FaultTrial trial;
    private final TableView<ConcurrencyModel> table = new TableView<>();
    private final Map<String, Map<Fault.Kind, FaultVerdict>> verdicts = new HashMap<>();
    private final Button begin = new Button("Try out all");
    private final Button stop = new Button("Stop");
    private final Label state = new Label();

    FaultTable(FaultTrial trial) {
        super(8);
        this.trial = trial;
        var what =
                new Label(
                        "One page of the sample content goes wrong, 2 workers, each case in a"
                                + " process of its own. What is lost:");
        table.setId("fault-table");
        table.getItems().setAll(Models.all());
        table.setPrefSize(1020, 440);
        column("Model", 150, null);
        for (Fault.Kind kind : Fault.Kind.values()) {
            column(kind.id(), 32 + 8.0 * kind.id().length(), kind);
        }
        begin.setId("faults-begin");
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> start());
        stop.setId("faults-stop");
        stop.setDisable(true);
        stop.setOnAction(_ -> end("Stopped."));
        state.setText("It takes some minutes.");
        state.getStyleClass().add("text-muted");
        var row = new HBox(begin, stop, state);
        row.getStyleClass().add("row");
        getChildren().addAll(what, table, row);
    }

    private void column(String head, double width, Fault.@Nullable Kind kind) {
        var column = new TableColumn<ConcurrencyModel, String>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text(row.getValue(), kind)));
        if (kind != null) {
            column.setCellFactory(_ -> new Cell(kind));
        }
        table.getColumns().add(column);
    }

    private String text(ConcurrencyModel model, Fault.@Nullable Kind kind) {
        if (kind == null) {
            return model.title();
        }
        FaultVerdict verdict = verdict(model, kind);
        return verdict == null ? "" : verdict.words();
    }

    private @Nullable FaultVerdict verdict(ConcurrencyModel model, Fault.Kind kind) {
        Map<Fault.Kind, FaultVerdict> row = verdicts.get(model.id());
        return row == null ? null : row.get(kind);
    }

    private void start() {
        verdicts.clear();
        table.refresh();
        begin.setDisable(true);
        stop.setDisable(false);
        trial.begin(this::take, failure -> end(failure == null ? "All tried out." : failure));
    }

    private void take(ConcurrencyModel model, Fault.Kind kind, FaultVerdict verdict) {
        verdicts.computeIfAbsent(model.id(), _ -> new EnumMap<>(Fault.Kind.class))
                .put(kind, verdict);
        int done = verdicts.values().stream().mapToInt(Map::size).sum();
        int all = Models.all().size() * Fault.Kind.values().length;
        state.setText(done + " of " + all + " tried out");
        table.refresh();
    }

    private void end(String words) {
        trial.cancel();
        begin.setDisable(false);
        stop.setDisable(true);
        state.setText(words);
    }

    /// Green where only the page was lost, red where the process was; the tip says what was said.
    private final class Cell extends TableCell<ConcurrencyModel, String> {

        private final Fault.Kind kind;

        Cell(Fault.Kind kind) {
            this.kind = kind;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            getStyleClass().removeAll("text-ok", "text-warn", "text-bad");
            ConcurrencyModel model = empty ? null : getTableRow().getItem();
            FaultVerdict verdict = model == null ? null : verdict(model, kind);
            setText(verdict == null ? "" : verdict.words());
            setTooltip(
                    verdict == null || verdict.sentence().isEmpty()
                            ? null
                            : new Tooltip(verdict.sentence()));
            if (verdict != null) {
                getStyleClass()
                        .add(
                                switch (verdict.loss()) {
                                    case NOTHING, PAGE -> "text-ok";
                                    case NEIGHBOURS, RUN -> "text-warn";
                                    case PROCESS, HANGS -> "text-bad";
                                });
            }
        }
    }

    static void show(FaultTrial trial, Node owner) {
        var pane = new FaultTable(trial);
        PopOver popOver = Windows.popOver(pane);
        popOver.setTitle("What faults cost");
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setOnHidden(_ -> trial.cancel());
        popOver.show(owner);
    }
}
