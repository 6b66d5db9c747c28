package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.JvmWords;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.timeline.Moments;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.beans.property.ReadOnlyObjectWrapper;
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
import java.util.Optional;
import java.util.function.Function;

/// The table twin of the JVM's track: its collections, other stops and compilations, one a row; all
/// of the run, or those that reach into the selection. Enter or a double click goes there.
final class JvmTable extends VBox {

    private final TimelineModel timeline;
    private final TableView<JvmEvent> table = new TableView<>();
    private @Nullable List<JvmEvent> told;
    private Optional<Stretch> within = Optional.empty();

    JvmTable(TimelineModel timeline) {
        this.timeline = timeline;
        setId("jvm-table");
        setMinHeight(0);
        table.setId("jvm-events");
        table.setAccessibleText("What the JVM did, one event a row. Enter goes there.");
        table.setFixedCellSize(22);
        table.setPlaceholder(new Label("Nothing is known of the JVM here."));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        column("Kind", 110, event -> kind(event.kind()), words -> words);
        column("What", 420, JvmWords::title, words -> words);
        figures("Start", 100, JvmEvent::startNanos, new Moments(timeline)::text);
        figures("Length", 90, JvmEvent::nanos, Durations::text);
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        goThere();
                        event.consume();
                    }
                });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                goThere();
            }
        });
        timeline.shownProperty().subscribe(_ -> update());
        timeline.rangeProperty().subscribe(_ -> update());
        visibleProperty().subscribe(_ -> update());
    }

    private void figures(
            String head,
            double width,
            Function<JvmEvent, Long> value,
            Function<Long, String> words) {
        column(head, width, value, words).getStyleClass().add("number");
    }

    private <T extends Comparable<T>> TableColumn<JvmEvent, T> column(
            String head, double width, Function<JvmEvent, T> value, Function<T, String> words) {
        var column = new TableColumn<JvmEvent, T>(head);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable T item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? "" : words.apply(item));
                    }
                });
        table.getColumns().add(column);
        return column;
    }

    private static String kind(JvmEvent.Kind kind) {
        return switch (kind) {
            case COLLECTION -> "collection";
            case SAFEPOINT -> "other stop";
            case COMPILATION -> "compilation";
        };
    }

    @SuppressWarnings("ReferenceEquality") // a trace gives the same list until there is more
    private void update() {
        List<JvmEvent> events =
                timeline.shownProperty().get().map(Snapshot::jvm).orElseGet(List::of);
        Optional<Stretch> range = timeline.rangeProperty().get();
        if (!isVisible() || (events == told && range.equals(within))) {
            return;
        }
        told = events;
        within = range;
        JvmEvent before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(events.stream().filter(this::isAskedFor).toList());
        table.sort();
        table.getSelectionModel().select(before);
    }

    private boolean isAskedFor(JvmEvent event) {
        return within.isEmpty()
                || (event.startNanos() < within.get().endNanos()
                        && event.endNanos() > within.get().startNanos());
    }

    private void goThere() {
        JvmEvent event = table.getSelectionModel().getSelectedItem();
        if (event != null) {
            timeline.stops().show(event);
        }
    }

    /// The rows as they stand, times in nanoseconds.
    CopyTable table() {
        return new CopyTable(
                List.of("kind", "name", "start_ns", "duration_ns"),
                table.getItems().stream()
                        .map(event ->
                                List.of(
                                        kind(event.kind()),
                                        event.name(),
                                        Long.toString(event.startNanos()),
                                        Long.toString(event.nanos())))
                        .toList());
    }
}
