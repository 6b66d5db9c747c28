package dev.lanescope.ui.claims;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.claims.tables.Overhead;
import dev.lanescope.claims.tables.TableFrame;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Choices;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// A table of the documents, filled with what was measured here, and the button that measures what
/// is missing in it.
final class TablesPane extends VBox {

    private final ClaimsModel model;
    private final Label title = label("table-title", "text-strong");
    private final Label by = label("table-by", "text-muted");
    private final Label summary = label("table-summary", "text-muted");
    private final Label doing = label("table-doing", "text-accent");
    private final Button measure = new Button("Measure what is missing", Icons.PLAY.node());
    private final Button stop = new Button("Stop", Icons.STOP.node());
    private final OverheadPlot plot;
    private final TableGrid grid;

    TablesPane(ClaimsModel model, TableCellPane side, Appearance appearance) {
        this.model = model;
        getStyleClass().add("panel");
        plot = new OverheadPlot(appearance);
        grid = new TableGrid(side::show, cell -> model.measure(cell.missing()));
        measure.setId("measure-table");
        measure.getStyleClass().add("accent");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setOnAction(_ -> model.measureTable());
        stop.setId("stop-table");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.stop());
        stop.managedProperty().bind(stop.visibleProperty());
        measure.managedProperty().bind(measure.visibleProperty());
        var scroll = new ScrollPane(new VBox(plot, grid));
        scroll.setId("table-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll);
        model.toldProperty().subscribe(_ -> show());
        model.tableProperty().subscribe(_ -> show());
        model.doingProperty().subscribe(_ -> enable());
        model.session().trials().refusalProperty().subscribe(_ -> enable());
    }

    private static Label label(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(style, "text-small");
        label.setMinWidth(0);
        return label;
    }

    private VBox head() {
        var choice = new Choices<>("claim-table", model.tableProperty());
        for (TableFrame frame : Tables.all()) {
            choice.add(frame.id(), frame.id(), Sentence.begun(frame.id()), frame.title());
        }
        var buttons = new FlowPane(8, 6, choice, stop, measure); // in a narrow window in two rows
        doing.managedProperty().bind(doing.textProperty().isNotEmpty());
        doing.setWrapText(true);
        doing.setMinHeight(USE_PREF_SIZE);
        var head = new VBox(buttons, doing, title, by, summary);
        head.getStyleClass().addAll("section", "table-head");
        return head;
    }

    private void show() {
        model.table()
                .ifPresent(table -> {
                    title.setText(table.frame().title());
                    by.setText("Drawn by " + table.frame().by());
                    summary.setText("Here: " + table.summary());
                    plot.show(Overhead.isIn(table) ? Overhead.bars(table) : List.of());
                    grid.show(table);
                });
        enable();
    }

    private void enable() {
        List<ClaimExperiment> missing = model.table().map(FilledTable::missing).orElse(List.of());
        Optional<String> doingNow = model.doingProperty().get();
        Optional<String> refusal = model.session().trials().refusalProperty().get();
        measure.setDisable(missing.isEmpty() || refusal.isPresent());
        measure.setTooltip(
                new Tooltip(
                        missing.isEmpty()
                                ? "Nothing is missing that can be measured here"
                                : refusal.orElseGet(() -> words(missing))));
        stop.setVisible(doingNow.isPresent());
        measure.setVisible(doingNow.isEmpty()); // both are too much for a narrow window
        doing.setText(doingNow.map(each -> "Measuring " + each + " \u2026").orElse(""));
    }

    private String words(List<ClaimExperiment> missing) {
        return model.here()
                .map(here ->
                        "One after the other:\n"
                                + String.join(
                                        "\n",
                                        missing.stream().map(each -> each.words(here)).toList()))
                .orElse("");
    }
}
