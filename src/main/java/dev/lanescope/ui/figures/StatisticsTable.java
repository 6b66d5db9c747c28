package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.StretchStatistics;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.timeline.FigureTable;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The statistics of the selection, or of what is in view, with all their columns. Enter dims all
/// states but that of the row on the lanes.
final class StatisticsTable extends VBox {

    /// Room for `333.5 µs`.
    private static final double DURATION = 88;

    private record Answer(Scope scope, StretchStatistics figures) {}

    private final TimelineModel timeline;
    private final TableView<StretchStatistics.Row> table = new TableView<>();
    private final Latest<Scope, Answer> latest;
    private final ScopeWatch watch;
    private @Nullable Answer shown;

    StatisticsTable(TimelineModel timeline, Background background) {
        this.timeline = timeline;
        this.latest =
                new Latest<>(
                        background,
                        "table of statistics",
                        scope ->
                                new Answer(
                                        scope,
                                        StretchStatistics.of(scope.trace(), scope.stretch())),
                        this::show);
        setId("statistics-table");
        setMinHeight(0);
        table.setId("figures");
        table.setAccessibleText("Statistics by stage and state");
        table.setFixedCellSize(22);
        table.setPlaceholder(new Label("Nothing here."));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        var name = new TableColumn<StretchStatistics.Row, String>("State");
        name.setPrefWidth(140);
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(stateOf(row.getValue())));
        table.getColumns().add(name);
        column("Spans", 60, row -> row.spans().count(), n -> "%,d".formatted(n.longValue()));
        column("Total", DURATION, StretchStatistics.Row::insideNanos, StatisticsTable::time);
        column("Share", 60, StretchStatistics.Row::share, n -> Amounts.percent(n));
        column("Min", DURATION, row -> row.spans().minNanos(), StatisticsTable::time);
        column("Mean", DURATION, row -> row.spans().meanNanos(), StatisticsTable::time);
        column("P50", DURATION, row -> row.spans().p50Nanos(), StatisticsTable::time);
        column("P90", DURATION, row -> row.spans().p90Nanos(), StatisticsTable::time);
        column("P99", DURATION, row -> row.spans().p99Nanos(), StatisticsTable::time);
        column("Max", DURATION, row -> row.spans().maxNanos(), StatisticsTable::time);
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        solo();
                        event.consume();
                    }
                });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                solo();
            }
        });
        this.watch = new ScopeWatch(timeline, this, latest::ask, this::forget);
    }

    private static String time(Double nanos) {
        return Durations.text(Math.round(nanos));
    }

    private void column(
            String head,
            double width,
            ToDoubleFunction<StretchStatistics.Row> value,
            Function<Double, String> words) {
        var column = new TableColumn<StretchStatistics.Row, Double>(head);
        column.setPrefWidth(width);
        column.getStyleClass().add("number");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable Double item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? "" : words.apply(item));
                    }
                });
        table.getColumns().add(column);
    }

    private String stateOf(StretchStatistics.Row row) {
        return shown == null ? "" : shown.scope().trace().state(row.state()).name();
    }

    /// Whatever row was chosen stays chosen.
    private void show(Answer answer) {
        watch.answered();
        if (!watch.isWanted(answer.scope())) {
            return;
        }
        shown = answer;
        var chosen = table.getSelectionModel();
        StretchStatistics.Row before = chosen.getSelectedItem();
        table.getItems().setAll(answer.figures().rows());
        table.sort();
        if (before != null) {
            table.getItems().stream()
                    .filter(row -> row.state() == before.state())
                    .findFirst()
                    .ifPresent(chosen::select);
        }
    }

    private void forget() {
        latest.forget();
        shown = null;
        table.getItems().clear();
    }

    private void solo() {
        StretchStatistics.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            timeline.solo(row.state());
        }
    }

    CopyTable table() {
        return shown == null
                ? new CopyTable(List.of(), List.of())
                : FigureTable.of(shown.scope().trace(), shown.figures());
    }
}
