package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.ReadingList;
import dev.lanescope.analysis.ReadingList.Reading;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.CounterLook;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The table twin of the rows below the lanes: what the counters were set to in the selected or the
/// visible time, one reading a row. Enter or a double click puts the cursor there.
final class CounterTable extends VBox {

    /// Of a longer list the first rows are shown, and said to be so.
    private static final int MOST_ROWS = 5_000_000;

    /// So many rows go into the clipboard at most.
    private static final int MOST_COPIED = 100_000;

    /// What is asked for, and how it is wanted.
    private record Question(
            Scope scope, String text, ReadingList.@Nullable Column by, boolean descending) {}

    private record Answer(Scope scope, ReadingList readings) {}

    /// The rows as JavaFX wants them: made when asked for.
    private static final class Rows extends ObservableListBase<Reading> {
        private final ReadingList readings;

        Rows(ReadingList readings) {
            this.readings = readings;
        }

        @Override
        public Reading get(int index) {
            return readings.reading(index);
        }

        @Override
        public int size() {
            return readings.size();
        }
    }

    private final TimelineModel timeline;
    private final TableView<Reading> table = new TableView<>();
    private final TextField find = new TextField();
    private final Label count = new Label();
    private final Latest<Question, Answer> latest;
    private final ScopeWatch watch;
    private @Nullable Answer shown;
    private boolean filling;

    CounterTable(TimelineModel timeline, Background background) {
        this.timeline = timeline;
        this.latest =
                new Latest<>(background, "table of counters", CounterTable::answer, this::show);
        this.watch = new ScopeWatch(timeline, this, this::ask, this::forget);
        setId("counter-table");
        setMinHeight(0);
        find.setPromptText("Find a counter");
        find.setAccessibleText("Find a counter in the table");
        find.setId("find-counter");
        find.setPrefWidth(220);
        count.getStyleClass().addAll("text-small", "text-muted");
        var bar = new HBox(find, count);
        bar.getStyleClass().add("view-switch");
        table.setId("readings");
        table.setAccessibleText("What counters were set to, one reading a row. Enter goes there.");
        table.setFixedCellSize(22);
        table.setPlaceholder(new Label("Nothing was counted here."));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
        column(ReadingList.Column.COUNTER, "Counter", 220, CounterTable::title);
        column(ReadingList.Column.TIME, "Time", 110, it -> Durations.text(it.nanos(), 7))
                .getStyleClass()
                .add("number");
        column(ReadingList.Column.VALUE, "Value", 110, CounterTable::figure)
                .getStyleClass()
                .add("number");
        column(null, "Unit", 80, CounterTable::unit);
        table.setSortPolicy(_ -> {
            if (!filling) {
                watch.again();
            }
            return true;
        });
        find.textProperty().subscribe((_, _) -> watch.again());
        find.setOnAction(_ -> {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        });
        find.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                find.clear();
                table.requestFocus(); // letters are commands again
                key.consume();
            }
        });
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        goThere();
                        key.consume();
                    }
                });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                goThere();
            }
        });
    }

    /// @param by what it is sorted by; null if that would mean nothing
    private TableColumn<Reading, String> column(
            ReadingList.@Nullable Column by,
            String head,
            double width,
            Function<Reading, String> value) {
        var column = new TableColumn<Reading, String>(head);
        column.setSortable(by != null);
        column.setId(by == null ? head : by.name());
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private static String title(Reading reading) {
        return CounterLook.of(reading.counter()).title(reading.counter());
    }

    private static String figure(Reading reading) {
        return CounterLook.of(reading.counter()).figure(reading.value());
    }

    private static String unit(Reading reading) {
        return CounterLook.of(reading.counter()).unit();
    }

    private void ask(Scope scope) {
        var order = table.getSortOrder();
        TableColumn<Reading, ?> by = order.isEmpty() ? null : order.getFirst();
        latest.ask(
                new Question(
                        scope,
                        find.getText(),
                        by == null ? null : ReadingList.Column.valueOf(by.getId()),
                        by != null && by.getSortType() == TableColumn.SortType.DESCENDING));
    }

    private static Answer answer(Question question) {
        Scope scope = question.scope();
        ReadingList readings =
                ReadingList.of(scope.trace(), scope.stretch(), MOST_ROWS).matching(question.text());
        ReadingList.Column by = question.by();
        return new Answer(
                scope, by == null ? readings : readings.sorted(by, question.descending()));
    }

    /// The row that somebody stands on stays chosen as long as it is there.
    private void show(Answer answer) {
        watch.answered();
        if (!watch.isWanted(answer.scope())) {
            return;
        }
        Reading before = table.getSelectionModel().getSelectedItem();
        shown = answer;
        long all = answer.readings().all();
        int rows = answer.readings().size();
        count.setText(
                rows == all
                        ? "%,d readings".formatted(all)
                        : "%,d of %,d readings".formatted(rows, all));
        fill(new Rows(answer.readings()));
        int row = before == null ? -1 : answer.readings().rowOf(before);
        if (row >= 0) {
            table.getSelectionModel().clearAndSelect(row);
        }
    }

    private void forget() {
        latest.forget();
        shown = null;
        count.setText("");
        fill(FXCollections.observableArrayList());
    }

    /// A table forgets by what it is sorted when it is given other rows, but these are sorted.
    private void fill(ObservableList<Reading> rows) {
        filling = true;
        var order = List.copyOf(table.getSortOrder());
        table.setItems(rows);
        table.getSortOrder().setAll(order);
        filling = false;
    }

    private void goThere() {
        Reading reading = table.getSelectionModel().getSelectedItem();
        if (reading != null) {
            TimeWindow window = timeline.windowProperty().get();
            if (!window.shows(reading.nanos(), reading.nanos())) {
                timeline.panBy(reading.nanos() - (window.startNanos() + window.endNanos()) / 2);
            }
            timeline.cursorProperty().set(OptionalDouble.of((double) reading.nanos()));
        }
    }

    /// The rows as they stand, times in nanoseconds; of very many the first ones.
    CopyTable table() {
        List<List<String>> rows = new ArrayList<>();
        Answer now = shown;
        if (now != null) {
            ReadingList readings = now.readings();
            for (int row = 0; row < Math.min(readings.size(), MOST_COPIED); row++) {
                Reading reading = readings.reading(row);
                rows.add(
                        List.of(
                                title(reading),
                                Long.toString(reading.nanos()),
                                figure(reading),
                                unit(reading)));
            }
        }
        return new CopyTable(List.of("counter", "time_ns", "value", "unit"), rows);
    }
}
