package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Disturbance;
import dev.lanescope.analysis.compare.MiddleHalf;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.analysis.compare.Standing;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.ModelLook;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What is faster and how sure that is: a row a setting. Where the runs did not do the same there
/// is no verdict, and why stands above in red.
final class VerdictTable extends VBox {

    private static final double ROW = 26;
    private static final double HEAD = 28;
    private static final double SCROLL_BAR = 12;
    private static final int MOST_ROWS = 6;
    private static final int LEAST_ROWS = 3;
    private static final int HASH = 6;
    private static final String OUTPUT = "Output hash";
    private static final String NONE = "\u2013";

    private final VBox objections = new VBox(4);
    private final TableView<Entrant> table = new TableView<>();
    private final Label cautions = new Label();
    private Optional<Compared> compared = Optional.empty();
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
        addColumns();
        table.setRowFactory(_ -> row(model));
        table.setOnKeyPressed(key -> {
            Entrant entrant = table.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.B && entrant != null) {
                model.holdAgainst(entrant.number());
                key.consume();
            }
        });
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        model.choosePair(chosen.number());
                    }
                });
        cautions.setId("cautions");
        cautions.getStyleClass().addAll("text-small", "cautions", "text-muted");
        cautions.setWrapText(true);
        cautions.setMinHeight(USE_PREF_SIZE);
        cautions.managedProperty().bind(cautions.visibleProperty());
        table.widthProperty().subscribe(this::giveHeight);
        getChildren().addAll(objections, table, cautions);
        model.comparedProperty().subscribe(this::show);
    }

    /// What decides comes first; the rest is in sight where there is room, and a scroll away where
    /// there is none.
    private void addColumns() {
        column("Wall", 62, "The median of its repeats", VerdictTable::wall);
        column(
                "Speed-up, 95 %",
                160,
                "From the first submit to the last result, over the baseline",
                each -> comparedWith(each, VerdictTable::speedUp));
        column("Verdict", 186, "The whole interval decides", this::verdict)
                .getStyleClass()
                .remove("number");
        standingColumn();
        column(
                "Efficiency",
                74,
                "Speed-up over Sequential by lane",
                each -> comparedWith(each, this::efficiency));
        column(
                "Pages alone",
                84,
                "Speed-up of the pages without what is made of them",
                each -> comparedWith(each, row -> factor(row.pageSpeedUp().value())));
        column(
                "Middle half",
                138,
                "From the first to the third quartile of its repeats",
                each -> MiddleHalf.of(each.row().contender()).map(MiddleHalf::words).orElse(NONE));
        column("Pages/s", 62, "Of the median run", each -> pagesPerSecond(each.row()));
        column("CPU/wall", 70, "Processors in use on average", VerdictTable::processors);
        column(
                "Memory",
                64,
                "The most that the JVM and its child processes took",
                each -> each.row().upkeep().peakWords());
        column(
                "Crossed",
                64,
                "What was sent to workers and came back, by page",
                each -> each.row().upkeep().crossedWords());
        column(
                "Start",
                64,
                "What a worker took until it was ready",
                each -> each.row().upkeep().startWords());
        column(
                "Failed",
                48,
                "Pages and files that did not come out, of all runs together",
                each -> String.valueOf(each.row().upkeep().failures()));
        column("Output", 74, "Whether it wrote the same bytes as the baseline", this::output);
        column(
                "Disturbed",
                96,
                "The rounds in which other programs used 5 % of the machine or more",
                each -> disturbed(each));
        column("Runs", 42, "Repeats", each -> String.valueOf(runs(each)));
    }

    private void standingColumn() {
        column(
                        "Standing",
                        82,
                        "Beside the baseline by the medians: within 10 % is similar",
                        each -> standing(each).map(Standing::words).orElse(NONE))
                .setCellFactory(_ -> new StandingCell());
    }

    private Optional<Standing> standing(Entrant entrant) {
        return compared.flatMap(now -> now.comparison().standing(entrant.row()));
    }

    private String efficiency(Comparison.Row row) {
        return Amounts.percent(
                compared.map(now -> now.comparison().efficiency(row))
                        .orElse(OptionalDouble.empty()),
                NONE);
    }

    private static String wall(Entrant entrant) {
        return Durations.text(Math.round(entrant.row().wallNanos()), 3);
    }

    private static String pagesPerSecond(Comparison.Row row) {
        return Amounts.rate(row.pagesPerSecond());
    }

    private static String disturbed(Entrant entrant) {
        String rounds = Disturbance.which(entrant.row().contender());
        return rounds.isEmpty() ? NONE : (rounds.contains(",") ? "rounds " : "round ") + rounds;
    }

    private static int runs(Entrant entrant) {
        return entrant.row().contender().runs().size();
    }

    private static TableRow<Entrant> row(CompareModel model) {
        var row = new TableRow<Entrant>();
        var hold = new MenuItem("Hold all against this (B)");
        hold.setOnAction(_ -> {
            if (row.getItem() != null) {
                model.holdAgainst(row.getItem().number());
            }
        });
        row.setContextMenu(new ContextMenu(hold));
        return row;
    }

    private TableColumn<Entrant, Entrant> titleColumn() {
        var column = new TableColumn<Entrant, Entrant>("Run, median of its repeats");
        column.setPrefWidth(236);
        column.setMinWidth(110);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TitleCell());
        return column;
    }

    private TableColumn<Entrant, String> column(
            String head, double width, String tip, Function<Entrant, String> words) {
        var column = new TableColumn<Entrant, String>();
        var title = new Label(head);
        title.setTooltip(new Tooltip(tip));
        column.setGraphic(title);
        column.setPrefWidth(width);
        column.setMinWidth(40);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void show(Optional<Compared> now) {
        compared = now;
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
        giveHeight();
    }

    /// Room for its rows, and for a scroll bar below them if the columns need one.
    private void giveHeight() {
        int rows = Math.clamp(table.getItems().size(), 1, MOST_ROWS);
        double columns = table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        double around = HEAD + 2 + (columns > table.getWidth() ? SCROLL_BAR : 0);
        table.setMinHeight(around + Math.min(rows, LEAST_ROWS) * ROW);
        table.setPrefHeight(around + rows * ROW);
        table.setMaxHeight(around + rows * ROW);
    }

    private static Label objection(String sentence) {
        var label = new Label("No verdict: " + sentence, Icons.WARNING.node());
        label.getStyleClass().addAll("note", "bad");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// What is said against the baseline; a dash for itself, and where nothing can be said.
    private String comparedWith(Entrant entrant, Function<Comparison.Row, String> words) {
        return entrant.isBaseline() || !comparable ? NONE : words.apply(entrant.row());
    }

    private static String speedUp(Comparison.Row row) {
        Ratio ratio = row.speedUp();
        return ratio.isSure()
                ? String.format(
                        Locale.ROOT,
                        "%.2f\u00d7 (%.2f to %.2f)",
                        ratio.value(),
                        ratio.low(),
                        ratio.high())
                : factor(ratio.value());
    }

    private static String factor(double value) {
        return String.format(Locale.ROOT, "%.2f\u00d7", value);
    }

    private static String processors(Entrant entrant) {
        var processors = entrant.row().processors();
        return processors.isPresent()
                ? String.format(Locale.ROOT, "%.2f", processors.getAsDouble())
                : NONE;
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

    /// A badge; it has a colour only where a difference is shown.
    private static final class StandingCell extends TableCell<Entrant, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(null);
            setGraphic(empty || words == null ? null : badge(words, isShown()));
        }

        private boolean isShown() {
            Entrant entrant = getTableRow() == null ? null : getTableRow().getItem();
            return entrant != null && entrant.row().speedUp().isShown();
        }

        private static Label badge(String words, boolean isShown) {
            var badge = new Label(words);
            if (!words.equals(NONE)) {
                badge.getStyleClass().addAll("badge", "num-small");
            }
            if (isShown && words.equals(Standing.IMPROVED.words())) {
                badge.getStyleClass().add("ok");
            } else if (isShown && words.equals(Standing.DEGRADED.words())) {
                badge.getStyleClass().add("bad");
            }
            return badge;
        }
    }

    /// Glyph and title.
    private static final class TitleCell extends TableCell<Entrant, Entrant> {
        @Override
        protected void updateItem(@Nullable Entrant entrant, boolean empty) {
            super.updateItem(entrant, empty);
            if (empty || entrant == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
            } else {
                setText(entrant.title());
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // what sets it apart stands last
                setTooltip(new Tooltip(entrant.title()));
                setGraphic(ModelLook.of(entrant.info().model()).node(10, entrant.isSecond()));
            }
        }
    }
}
