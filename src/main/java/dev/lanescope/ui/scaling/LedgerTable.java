package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Durations;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.study.whatif.LedgerEntry;
import dev.lanescope.ui.kit.Appearance;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/// What replay said before, and what the run then showed; the newest first. Misses stay.
final class LedgerTable extends VBox {

    private static final double ROW = 24;
    private static final double HEAD = 26;
    private static final int ROWS = 5;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final TableView<LedgerEntry> table = new TableView<>();
    private final Label summary = new Label();
    private final Label complaints = new Label();

    LedgerTable(WhatIfModel model, Appearance appearance) {
        var title = new Label("Prediction ledger");
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(USE_PREF_SIZE);
        title.setTooltip(new Tooltip(model.ledger().file() + ", which is only ever added to"));
        var what = new Label("what replay said before, and what the run then showed");
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        summary.setId("ledger-summary");
        summary.getStyleClass().addAll("text-small", "text-muted");
        summary.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, what, space, summary);
        head.getStyleClass().add("panel-head");
        complaints.setId("ledger-complaints");
        complaints.getStyleClass().addAll("text-small", "text-bad", "cautions");
        complaints.setWrapText(true);
        complaints.managedProperty().bind(complaints.visibleProperty());
        table.setId("ledger");
        table.getStyleClass().add("tight");
        table.setAccessibleText("Predictions and what came of them");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(
                new Label("Ask \u201cWhat if\u201d on the right, then \u201cRun it\u201d."));
        column("What if", 200, false, LedgerEntry::what);
        column("Predicted", 76, true, LedgerTable::predicted);
        table.getColumns().add(bandColumn(appearance));
        column(
                "Measured",
                76,
                true,
                each -> each.outcome().map(came -> text(came.nanos())).orElse("\u2013"));
        column(
                "Error",
                64,
                true,
                each ->
                        each.error()
                                .map(error ->
                                        String.format(Locale.ROOT, "%+.1f %%", error * 100)
                                                .replace('-', '\u2212'))
                                .orElse("\u2013"));
        table.getColumns().add(verdictColumn());
        column("When", 84, true, each -> WHEN.format(each.when().atZone(ZoneId.systemDefault())));
        column("Content", 80, false, LedgerEntry::content);
        column("From", 180, false, LedgerEntry::from);
        column("Machine", 180, false, LedgerEntry::machine);
        column(
                "Probe",
                220,
                false,
                each -> each.outcome().map(LedgerEntry.Outcome::probe).orElse(each.probe()));
        table.setMinHeight(HEAD + 2 * ROW);
        getChildren().addAll(head, complaints, table);
        model.contentsProperty().subscribe(this::show);
    }

    private void show(Ledger.Contents contents) {
        summary.setText(contents.summary());
        complaints.setText(String.join(" ", contents.complaints()));
        complaints.setVisible(!contents.complaints().isEmpty());
        table.getItems().setAll(contents.entries().reversed());
        int rows = Math.clamp(contents.entries().size(), 2, ROWS);
        table.setPrefHeight(HEAD + (rows + 1) * ROW);
    }

    private void column(
            String head, double width, boolean number, Function<LedgerEntry, String> words) {
        var column = new TableColumn<LedgerEntry, String>(head);
        column.setPrefWidth(width);
        column.setMinWidth(36);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private static String predicted(LedgerEntry entry) {
        return switch (entry.forecast()) {
            case Forecast.Told told -> text(told.nanos());
            case Forecast.Withheld _ -> "withheld";
        };
    }

    private static String text(long nanos) {
        return Durations.text(nanos, 3);
    }

    private static TableColumn<LedgerEntry, LedgerEntry> bandColumn(Appearance appearance) {
        var column = new TableColumn<LedgerEntry, LedgerEntry>("Band");
        column.setPrefWidth(110);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new BandCell(appearance));
        return column;
    }

    private static TableColumn<LedgerEntry, LedgerEntry> verdictColumn() {
        var column = new TableColumn<LedgerEntry, LedgerEntry>("Verdict");
        column.setPrefWidth(84);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new VerdictCell());
        return column;
    }

    /// In words, with a mark; why a prediction was withheld is told on pointing.
    private static final class VerdictCell extends TableCell<LedgerEntry, LedgerEntry> {
        @Override
        protected void updateItem(@Nullable LedgerEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().removeAll("text-ok", "text-bad", "text-muted");
            setTooltip(null);
            if (empty || entry == null) {
                setText(null);
                return;
            }
            String words = entry.verdict().words();
            switch (entry.verdict()) {
                case IN_BAND -> {
                    setText("\u2713 " + words);
                    getStyleClass().add("text-ok");
                }
                case MISSED -> {
                    setText("\u2717 " + words);
                    getStyleClass().add("text-bad");
                }
                case NOT_FORETOLD, NOT_RUN -> {
                    setText(words);
                    getStyleClass().add("text-muted");
                }
            }
            if (entry.forecast() instanceof Forecast.Withheld(String why)) {
                setTooltip(new Tooltip(why));
            }
        }
    }
}
