package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Optional;

/// What each run did in the chosen part of the axis, side by side.
final class RangeTable extends StackPane {

    private final FigureTable<RangeFigures.Row> table;
    private final Label none =
            new Label("Drag over the lanes, or press R or Ctrl+A: here stands what each run did.");
    private final int fixed;

    RangeTable(CompareModel model) {
        none.getStyleClass().addAll("text-small", "text-muted");
        table =
                new FigureTable<RangeFigures.Row>(
                                "range-figures",
                                "What each run did in the chosen part",
                                row ->
                                        model.axis()
                                                .rangeProperty()
                                                .get()
                                                .ifPresent(model.axis()::show))
                        .runColumn(RangeFigures.Row::run)
                        .number("From", 66, row -> Durations.text(row.fromNanos(), 3))
                        .number("Takes", 66, row -> took(row))
                        .number("Pages", 50, row -> Integer.toString(row.pages()))
                        .number("Pages/s", 58, row -> Amounts.rate(row.rate()))
                        .number("Busy", 56, row -> Amounts.percent(row.share(row.workNanos())))
                        .number("Waiting", 60, row -> Amounts.percent(row.share(row.waitNanos())));
        fixed = table.node().getColumns().size();
        getChildren().addAll(table.node(), none);
        model.figures().rangeProperty().subscribe(this::show);
    }

    private static String took(RangeFigures.Row row) {
        return Durations.text(row.toNanos() - row.fromNanos(), 3);
    }

    private void show(Optional<RangeFigures> figures) {
        var columns = table.node().getColumns();
        columns.remove(fixed, columns.size());
        figures.map(RangeFigures::states)
                .ifPresent(states ->
                        states.forEach(state -> table.number(state, 66, row -> share(row, state))));
        table.node().getItems().setAll(figures.map(RangeFigures::rows).orElse(List.of()));
        table.node().setVisible(figures.isPresent());
        none.setVisible(figures.isEmpty());
    }

    private static String share(RangeFigures.Row row, String state) {
        Long nanos = row.byState().get(state);
        return nanos == null ? "\u00b7" : Amounts.percent(row.share(nanos));
    }
}
