package dev.lanescope.ui;

import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.Note;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.timeline.Moments;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The notes on the run, one a row, for the keyboard: Enter goes there and selects what the note is
/// about, F2 changes its words, Delete deletes it. A double click is Enter.
final class NotesTable extends TableView<Note> {

    private final TimelineModel timeline;
    private final NoteEditor editor;

    NotesTable(TimelineModel timeline, NoteEditor editor) {
        this.timeline = timeline;
        this.editor = editor;
        setId("notes");
        setMinHeight(0);
        setAccessibleText(
                "Notes, one a row. Enter goes there, F2 changes the words, Delete deletes it.");
        setFixedCellSize(22);
        setPlaceholder(new Label("No notes yet. Select something and press Shift+M."));
        var moments = new Moments(timeline);
        figures("Start", 100, note -> moments.text(note.startNanos()));
        figures("Length", 100, note -> Durations.text(note.nanos()));
        column("Lanes", 140, this::lanes);
        column("Note (Enter goes there, F2 edits, Delete deletes)", 460, Note::text);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen().ifPresent(this::goThere);
            }
        });
        timeline.shownProperty().subscribe(_ -> update());
    }

    private void figures(String head, double width, Function<Note, String> words) {
        column(head, width, words).getStyleClass().add("number");
    }

    private TableColumn<Note, String> column(
            String head, double width, Function<Note, String> words) {
        var column = new TableColumn<Note, String>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        getColumns().add(column);
        return column;
    }

    private String lanes(Note note) {
        return timeline.shownProperty()
                .get()
                .map(trace -> LaneTitle.of(trace, note.lanes()))
                .orElse("");
    }

    private void update() {
        List<Note> notes = timeline.notes().all();
        if (!notes.equals(getItems())) {
            int row = getSelectionModel().getSelectedIndex();
            getItems().setAll(notes);
            getSelectionModel().select(Math.min(row, notes.size() - 1));
        }
    }

    private Optional<Note> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> chosen().ifPresent(this::goThere);
            case F2 -> chosen().ifPresent(note -> editor.ask(note, this));
            case DELETE -> chosen().ifPresent(editor::delete);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void goThere(Note note) {
        timeline.notes().select(note);
        timeline.focus();
    }

    CopyTable table() {
        return new CopyTable(
                List.of("start_ns", "end_ns", "lanes", "note"),
                getItems().stream()
                        .map(note ->
                                List.of(
                                        Long.toString(note.startNanos()),
                                        Long.toString(note.endNanos()),
                                        lanes(note),
                                        note.text()))
                        .toList());
    }
}
