package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.ModelLook;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What is faster and how sure that is: a row a setting. Where the runs did not do the same there
/// is no verdict, and why stands above in red.
final class VerdictTable extends VBox {

    private static final double ROW = 26;
    private static final double HEAD = 28;
    private static final int MOST_ROWS = 6;
    private static final int HASH = 6;
    private static final String OUTPUT = "Output hash";

    private final VBox objections = new VBox(4);
    private final TableView<Entrant> table = new TableView<>();
    private final Label cautions = new Label();
    private boolean comparable;
    private String hashOfBaseline = "";

    VerdictTable(CompareModel model) {
        objections.setId("objections");
        objections.managedProperty().bind(objections.visibleProperty());
        table.setId("verdicts");
        table.getStyleClass().add("tight");
        table.setAccessibleText("Runs compared");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(""));
        table.getColumns().add(titleColumn());
        column("Wall", 66, each -> Durations.text(Math.round(each.row().wallNanos()), 3));
        column("Speed-up, 95 %", 156, this::speedUp);
        column(
                "Efficiency",
                70,
                each ->
                        each.isBaseline() || !comparable
                                ? "\u2013"
                                : Amounts.percent(each.row().efficiency()));
        column("CPU/wall", 66, VerdictTable::processors);
        column("Pages/s", 60, each -> Amounts.rate(each.row().pagesPerSecond()));
        column("Runs", 44, each -> String.valueOf(each.row().contender().runs().size()));
        column("Output", 78, this::output);
        column("Verdict", 150, this::verdict).getStyleClass().remove("number");
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        model.choosePair(chosen.number());
                    }
                });
        cautions.setId("cautions");
        cautions.getStyleClass().addAll("text-small", "text-muted", "cautions");
        cautions.setWrapText(true);
        cautions.managedProperty().bind(cautions.visibleProperty());
        setMinHeight(HEAD + 2 * ROW);
        getChildren().addAll(objections, table, cautions);
        model.comparedProperty().subscribe(this::show);
    }

    private TableColumn<Entrant, Entrant> titleColumn() {
        var column = new TableColumn<Entrant, Entrant>("Run, median of its repeats");
        column.setPrefWidth(168);
        column.setMinWidth(110);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TitleCell());
        return column;
    }

    private TableColumn<Entrant, String> column(
            String head, double width, Function<Entrant, String> words) {
        var column = new TableColumn<Entrant, String>(head);
        column.setPrefWidth(width);
        column.setMinWidth(40);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void show(Optional<Compared> compared) {
        List<Entrant> entrants = compared.map(Compared::entrants).orElse(List.of());
        List<String> against = compared.map(Compared::objections).orElse(List.of());
        List<String> doubts = compared.map(Compared::cautions).orElse(List.of());
        comparable = against.isEmpty();
        hashOfBaseline =
                entrants.stream()
                        .filter(Entrant::isBaseline)
                        .findFirst()
                        .flatMap(each -> each.row().contender().fact(OUTPUT))
                        .orElse("");
        objections.getChildren().setAll(against.stream().map(VerdictTable::objection).toList());
        objections.setVisible(!against.isEmpty());
        cautions.setText(String.join(" ", doubts));
        cautions.setVisible(!doubts.isEmpty());
        table.getSelectionModel().clearSelection();
        table.getItems().setAll(entrants);
        int rows = Math.clamp(entrants.size(), 1, MOST_ROWS);
        table.setMinHeight(HEAD + Math.min(rows, 2) * ROW);
        table.setPrefHeight(HEAD + rows * ROW + 2);
        table.setMaxHeight(HEAD + rows * ROW + 2);
    }

    private static Label objection(String sentence) {
        var label = new Label("No verdict: " + sentence, Icons.WARNING.node());
        label.getStyleClass().addAll("note", "bad");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private String speedUp(Entrant entrant) {
        if (entrant.isBaseline()) {
            return "baseline";
        }
        Ratio ratio = entrant.row().speedUp();
        if (!comparable) {
            return "\u2013";
        }
        return ratio.isSure()
                ? String.format(
                        Locale.ROOT,
                        "%.2f\u00d7 (%.2f to %.2f)",
                        ratio.value(),
                        ratio.low(),
                        ratio.high())
                : String.format(Locale.ROOT, "%.2f\u00d7", ratio.value());
    }

    private static String processors(Entrant entrant) {
        var processors = entrant.row().processors();
        return processors.isPresent()
                ? String.format(Locale.ROOT, "%.2f", processors.getAsDouble())
                : "\u2013";
    }

    private String output(Entrant entrant) {
        String hash = entrant.row().contender().fact(OUTPUT).orElse("");
        if (hash.isEmpty()) {
            return "unknown";
        }
        return (hash.equals(hashOfBaseline) ? "\u2713 " : "\u2717 ")
                + hash.substring(0, Math.min(HASH, hash.length()));
    }

    private String verdict(Entrant entrant) {
        Comparison.Row row = entrant.row();
        return entrant.isBaseline() && comparable ? "the baseline" : row.verdict().words();
    }

    /// Glyph and title.
    private static final class TitleCell extends TableCell<Entrant, Entrant> {
        @Override
        protected void updateItem(@Nullable Entrant entrant, boolean empty) {
            super.updateItem(entrant, empty);
            if (empty || entrant == null) {
                setText(null);
                setGraphic(null);
            } else {
                setText(entrant.title());
                setGraphic(ModelLook.of(entrant.info().model()).node(10, entrant.isSecond()));
            }
        }
    }
}
