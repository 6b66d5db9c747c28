package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/// What the chart shows, in figures: a row for each number of workers. The row and the point in the
/// chart are chosen together.
final class ScalingTable extends VBox {

    private static final double ROW = 22;
    private static final double HEAD = 26;
    private static final int MOST_ROWS = 6;

    private final ScalingModel model;
    private final TableView<Scaling.Point> table = new TableView<>();
    private boolean following;

    ScalingTable(ScalingModel model) {
        this.model = model;
        table.setId("scaling-table");
        table.getStyleClass().add("tight");
        table.setAccessibleText("Speed-up by workers");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(""));
        column(
                "Workers",
                86,
                (_, point) -> point.workers() + (point.beyondCores() ? " > cores" : ""));
        column("Median", 70, (_, point) -> Durations.text(Math.round(point.medianNanos()), 3));
        column("Runs", 44, (_, point) -> String.valueOf(point.nanos().size()));
        column("Speed-up, 95 %", 164, (_, point) -> point.speedUp().words());
        column("Efficiency", 72, (_, point) -> Amounts.percent(point.efficiency()));
        column(
                "Serial (Karp\u2013Flatt)",
                116,
                (_, point) ->
                        point.karpFlatt()
                                .map(serial -> text("%.3f", serial.value()))
                                .orElse("\u2013"));
        column(
                "By the law",
                76,
                (sweep, point) ->
                        sweep.scaling()
                                .foretold(point)
                                .map(nanos -> Durations.text(Math.round(nanos), 3))
                                .orElse("\u2013"));
        column(
                "Over it",
                64,
                (sweep, point) ->
                        sweep.scaling()
                                .overLaw(point)
                                .map(over -> text("%+.1f %%", (over - 1) * 100))
                                .orElse("\u2013"));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null && !following) {
                        model.point(OptionalInt.of(chosen.workers()));
                    }
                });
        setMinHeight(HEAD + 2 * ROW);
        getChildren().add(table);
        model.toldProperty().subscribe(this::show);
        model.pointedProperty().subscribe(_ -> follow());
    }

    private void column(String head, double width, BiFunction<Sweep, Scaling.Point, String> words) {
        var column = new TableColumn<Scaling.Point, String>(head);
        column.setPrefWidth(width);
        column.setMinWidth(36);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(
                        model.toldProperty()
                                .get()
                                .map(sweep -> words.apply(sweep, row.getValue()))
                                .orElse("")));
        table.getColumns().add(column);
    }

    private void show(Optional<Sweep> told) {
        table.getSelectionModel().clearSelection();
        table.getItems().clear();
        told.ifPresent(sweep -> table.getItems().setAll(sweep.scaling().points()));
        int rows = Math.clamp(table.getItems().size(), 1, MOST_ROWS);
        table.setMinHeight(HEAD + Math.min(rows, 2) * ROW);
        table.setPrefHeight(HEAD + rows * ROW + 2);
        table.setMaxHeight(HEAD + rows * ROW + 2);
    }

    private void follow() {
        following = true;
        model.point().ifPresent(point -> table.getSelectionModel().select(point));
        following = false;
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }
}
