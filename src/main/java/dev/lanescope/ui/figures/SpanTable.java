package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.SpanList;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The table twin of the lanes: the spans of the selection, or of what is in view, a row each. Rows
/// are made only while they are in sight, so a million of them cost no more than twenty. Enter or a
/// double click chooses a span on the lanes.
final class SpanTable extends VBox {

    /// Of a longer list the first rows are shown, and said to be so.
    private static final int MOST_ROWS = 5_000_000;

    /// So many rows go into the clipboard at most.
    private static final int MOST_COPIED = 100_000;

    /// What is asked for, and how it is wanted.
    private record Question(
            Scope scope, String text, SpanList.@Nullable Column by, boolean descending) {}

    private record Answer(Scope scope, SpanList spans) {}

    /// The rows as JavaFX wants them: made when asked for.
    private static final class Rows extends ObservableListBase<Span> {
        private final SpanList spans;

        Rows(SpanList spans) {
            this.spans = spans;
        }

        @Override
        public Span get(int index) {
            return spans.span(index);
        }

        @Override
        public int size() {
            return spans.size();
        }
    }

    private static final Set<SpanList.Column> NUMBERS =
            EnumSet.of(SpanList.Column.START, SpanList.Column.DURATION, SpanList.Column.ALLOCATED);

    private final TimelineModel timeline;
    private final TableView<Span> table = new TableView<>();
    private final TextField find = new TextField();
    private final Label count = new Label();
    private final Latest<Question, Answer> latest;
    private final ScopeWatch watch;
    private @Nullable Answer shown;
    private boolean filling;

    SpanTable(TimelineModel timeline, Background background) {
        this.timeline = timeline;
        this.latest = new Latest<>(background, "table of spans", SpanTable::answer, this::show);
        this.watch = new ScopeWatch(timeline, this, this::ask, this::forget);
        setId("span-table");
        setMinHeight(0);
        find.setPromptText("Find page, stage or lane");
        find.setAccessibleText("Find page, stage or lane in the table");
        find.setId("find-span");
        find.setPrefWidth(220);
        count.getStyleClass().addAll("text-small", "text-muted");
        var bar = new HBox(find, count);
        bar.getStyleClass().add("view-switch");
        table.setId("spans");
        table.setAccessibleText("Spans, one a row. Enter chooses a span on the lanes.");
        table.setFixedCellSize(22);
        table.setPlaceholder(new Label("No spans here."));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
        column(SpanList.Column.LANE, "Lane", 110, this::lane);
        column(SpanList.Column.START, "Start", 100, span -> Durations.text(span.startNanos(), 7));
        column(SpanList.Column.DURATION, "Duration", 90, span -> Durations.text(span.nanos()));
        column(SpanList.Column.STATE, "State", 140, this::state);
        column(SpanList.Column.ALLOCATED, "Allocated", 90, span -> words(allocated(span)));
        column(SpanList.Column.ITEM, "Page", 300, this::page);
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
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                choose();
            }
        });
    }

    /// Negative if it was not read.
    private long allocated(Span span) {
        return timeline.shownProperty()
                .get()
                .filter(trace -> span.lane() < trace.lanes().size())
                .map(trace -> trace.lanes().get(span.lane()))
                .filter(lane -> span.index() < lane.size())
                .map(lane -> lane.allocatedBytes(span.index()))
                .orElse(Lane.NOT_READ);
    }

    private static String words(long bytes) {
        return bytes < 0 ? "" : Amounts.bytes(bytes);
    }

    private void column(
            SpanList.Column by, String head, double width, Function<Span, String> value) {
        var column = new TableColumn<Span, String>(head);
        column.setId(by.name());
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        if (NUMBERS.contains(by)) {
            column.getStyleClass().add("number");
        }
        table.getColumns().add(column);
    }

    private Snapshot trace() {
        return shown == null ? timeline.shownProperty().get().orElseThrow() : shown.scope().trace();
    }

    private String lane(Span span) {
        return LaneTitle.of(trace().info(), trace().lanes().get(span.lane()));
    }

    private String state(Span span) {
        return trace().stateOf(span).name();
    }

    private String page(Span span) {
        return trace().itemOf(span).orElse("");
    }

    private void ask(Scope scope) {
        var order = table.getSortOrder();
        TableColumn<Span, ?> by = order.isEmpty() ? null : order.getFirst();
        latest.ask(
                new Question(
                        scope,
                        find.getText(),
                        by == null ? null : SpanList.Column.valueOf(by.getId()),
                        by != null && by.getSortType() == TableColumn.SortType.DESCENDING));
    }

    private void forget() {
        latest.forget();
        shown = null;
        count.setText("");
        filling = true;
        table.setItems(FXCollections.observableArrayList());
        filling = false;
    }

    private static Answer answer(Question question) {
        Scope scope = question.scope();
        SpanList spans =
                SpanList.of(scope.trace(), scope.stretch(), MOST_ROWS).matching(question.text());
        SpanList.Column by = question.by();
        return new Answer(scope, by == null ? spans : spans.sorted(by, question.descending()));
    }

    /// Of a run that goes on, the row that somebody stands on stays chosen.
    private void show(Answer answer) {
        watch.answered();
        if (!watch.isWanted(answer.scope())) {
            return;
        }
        Span row = table.isFocused() ? table.getSelectionModel().getSelectedItem() : null;
        shown = answer;
        long all = answer.spans().all();
        int rows = answer.spans().size();
        count.setText(
                rows == all ? "%,d spans".formatted(all) : "%,d of %,d spans".formatted(rows, all));
        fill(answer.spans());
        Optional.ofNullable(row)
                .map(span -> new Chosen(span.lane(), span.index()))
                .or(timeline.selectionProperty()::get)
                .map(chosen -> answer.spans().rowOf(chosen.lane(), chosen.span()))
                .filter(at -> at >= 0)
                .ifPresent(at -> {
                    table.getSelectionModel().clearAndSelect(at);
                    table.scrollTo(at);
                });
    }

    /// A table forgets by what it is sorted when it is given other rows, but these are sorted.
    private void fill(SpanList spans) {
        filling = true;
        var order = List.copyOf(table.getSortOrder());
        table.setItems(new Rows(spans));
        table.getSortOrder().setAll(order);
        filling = false;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        }
    }

    private void choose() {
        Span span = table.getSelectionModel().getSelectedItem();
        if (span != null) {
            timeline.choose(new Chosen(span.lane(), span.index()));
            timeline.focus();
        }
    }

    /// The rows as they stand, times in nanoseconds; of very many the first ones.
    CopyTable table() {
        List<List<String>> rows = new ArrayList<>();
        SpanList spans = shown == null ? null : shown.spans();
        for (int row = 0; spans != null && row < Math.min(spans.size(), MOST_COPIED); row++) {
            Span span = spans.span(row);
            rows.add(
                    List.of(
                            lane(span),
                            Long.toString(span.startNanos()),
                            Long.toString(span.nanos()),
                            state(span),
                            allocated(span) < 0 ? "" : Long.toString(allocated(span)),
                            page(span)));
        }
        return new CopyTable(
                List.of("lane", "start_ns", "duration_ns", "state", "allocated_bytes", "page"),
                rows);
    }
}
