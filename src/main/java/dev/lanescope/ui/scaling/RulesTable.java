package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What rules of thumb would have chosen, and how much longer that takes than the best. What nobody
/// measured can be measured from here.
final class RulesTable extends VBox {

    private static final double ROW = 22;
    private static final double HEAD = 26;
    private static final int ROWS = 7;

    private final SessionModel session;
    private final ScalingModel model;
    private final TableView<RuleCheck> table = new TableView<>();
    private final Label says = new Label();
    private final Button measure = new Button("Measure the missing", Icons.PLAY.node());
    private Optional<MissingRuns> missing = Optional.empty();

    RulesTable(SessionModel session, ScalingModel model) {
        this.session = session;
        this.model = model;
        setId("rules");
        measure.setId("measure-rules");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setOnAction(_ -> missing.ifPresent(this::begin));
        says.setId("rules-say");
        says.getStyleClass().addAll("text-small", "text-muted");
        says.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(says, space, measure);
        head.getStyleClass().addAll("panel-head", "compare-head");
        table.setId("rules-table");
        table.getStyleClass().add("tight");
        table.setAccessibleText("What rules of thumb would have chosen");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(""));
        table.setRowFactory(_ -> new WhyRow());
        column("Rule", 200, false, check -> check.rule().title());
        column(
                "Workers",
                60,
                true,
                check ->
                        check.rule().workers().isPresent()
                                ? String.valueOf(check.rule().workers().getAsInt())
                                : "\u2013");
        table.getColumns().add(overColumn());
        column("Whose", 290, false, check -> check.rule().source());
        column("Why", 320, false, check -> check.rule().why());
        table.setMinHeight(HEAD + 2 * ROW);
        table.setPrefHeight(HEAD + ROWS * ROW + 2);
        getChildren().addAll(head, table);
        model.toldProperty().subscribe(this::show);
        session.measuring().studyProperty().subscribe(_ -> enable());
        session.activeProperty().subscribe(_ -> enable());
    }

    private void show(Optional<Sweep> told) {
        List<RuleCheck> rules = model.rules();
        table.getItems().setAll(rules);
        missing =
                told.flatMap(sweep ->
                        MissingRuns.of(
                                sweep,
                                rules,
                                model.scaledProperty()
                                        .get()
                                        .map(Scaled::records)
                                        .orElse(List.of())));
        List<Integer> unknown = RuleCheck.missing(rules);
        measure.setVisible(missing.isPresent());
        measure.setManaged(missing.isPresent());
        missing.ifPresent(runs ->
                measure.setTooltip(
                        new Tooltip(
                                "Run "
                                        + words(runs.missing())
                                        + " workers and the best again, in turns: "
                                        + Amounts.count(runs.study().runs(), "run"))));
        says.setText(
                "Time over the best that was measured, 95 %"
                        + (unknown.isEmpty()
                                ? ""
                                : "; not measured: "
                                        + words(unknown)
                                        + (unknown.size() == 1 && unknown.getFirst() == 1
                                                ? " worker"
                                                : " workers")));
        enable();
    }

    private static String words(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void enable() {
        measure.setDisable(session.isRunning());
    }

    private void begin(MissingRuns runs) {
        session.measuring().begin(runs.study(), model::addRuns);
    }

    private void column(
            String head, double width, boolean number, Function<RuleCheck, String> words) {
        var column = new TableColumn<RuleCheck, String>(head);
        column.setPrefWidth(width);
        column.setMinWidth(36);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private static TableColumn<RuleCheck, String> overColumn() {
        var column = new TableColumn<RuleCheck, String>("Over the best, 95 %");
        column.setPrefWidth(214);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().words()));
        column.setCellFactory(_ -> new OverCell());
        return column;
    }

    /// Green for the best, muted for what is not known.
    private static final class OverCell extends TableCell<RuleCheck, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            getStyleClass().removeAll("text-ok", "text-muted");
            setText(empty ? null : words);
            RuleCheck check = getTableRow() == null ? null : getTableRow().getItem();
            if (!empty && check != null) {
                if (check.isBest()) {
                    getStyleClass().add("text-ok");
                } else if (check.over().isEmpty()) {
                    getStyleClass().add("text-muted");
                }
            }
        }
    }

    /// Says on pointing what the rule rests on.
    private static final class WhyRow extends TableRow<RuleCheck> {
        @Override
        protected void updateItem(@Nullable RuleCheck check, boolean empty) {
            super.updateItem(check, empty);
            boolean silent = empty || check == null || check.rule().why().isEmpty();
            setTooltip(silent ? null : new Tooltip(check.rule().why()));
        }
    }
}
