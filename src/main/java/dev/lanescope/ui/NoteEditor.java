package dev.lanescope.ui;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.Note;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.ShownNotes;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Notes on a run: asks for words on what is selected, and keeps them in the trace.
final class NoteEditor {

    private static final double BELOW_AXIS = 30;

    private final SessionModel session;
    private final TimelineModel timeline;

    NoteEditor(SessionModel session, TimelineModel timeline) {
        this.session = session;
        this.timeline = timeline;
    }

    /// Asks for words on what is measured or selected. If there is a note on exactly that, its
    /// words are changed.
    ///
    /// @param lanes what the question hangs on
    void ask(Node lanes) {
        about().filter(_ -> session.shownProperty().get().isPresent())
                .map(it -> notes().on(it).orElseGet(() -> notes().write(it, "")))
                .ifPresent(note -> ask(note, lanes));
    }

    /// Asks for the words of a note, which may be a new one.
    ///
    /// @param owner what the question hangs on
    void ask(Note note, Node owner) {
        var words = new TextField(note.text());
        words.setId("note");
        words.setPrefColumnCount(28);
        words.setPromptText("What is to be seen here");
        words.setAccessibleText("The note");
        ignoreLetterOfTheKeyThatAsked(words);
        var label = new Label(placeOf(note) + "; Enter keeps it");
        label.getStyleClass().add("text-muted");
        var box = new VBox(6, label, words);
        box.setStyle("-fx-padding: 10px");
        PopOver question = Windows.popOver(box, "A note");
        words.setOnAction(_ -> {
            keep(note, words.getText().strip());
            question.hide();
            owner.requestFocus(); // so that Delete means the note
        });
        Bounds place = owner.localToScreen(owner.getBoundsInLocal());
        question.show(owner, place.getCenterX(), place.getMinY() + BELOW_AXIS);
        words.requestFocus();
    }

    /// A key is pressed where the focus is and typed where it is by then: in the field.
    private static void ignoreLetterOfTheKeyThatAsked(TextField words) {
        var pressedHere = new AtomicBoolean();
        words.addEventFilter(KeyEvent.KEY_PRESSED, _ -> pressedHere.set(true));
        words.addEventFilter(
                KeyEvent.KEY_TYPED,
                typed -> {
                    if (!pressedHere.get()) {
                        typed.consume();
                    }
                });
    }

    private String placeOf(Note note) {
        return Durations.text(note.startNanos())
                + " to "
                + Durations.text(note.endNanos())
                + " on "
                + timeline.shownProperty()
                        .get()
                        .map(trace -> LaneTitle.of(trace, note.lanes()))
                        .orElse("");
    }

    private void keep(Note note, String text) {
        List<Note> all = without(note);
        all.add(new Note(note.startNanos(), note.endNanos(), text, note.lanes()));
        all.sort(Comparator.comparingLong(Note::startNanos));
        session.notes().annotate(all);
        timeline.measuredProperty().get().ifPresent(_ -> timeline.clear());
    }

    /// Deletes the note on exactly what is selected.
    void delete() {
        about().flatMap(notes()::on).ifPresent(this::delete);
    }

    void delete(Note note) {
        session.notes().annotate(without(note));
    }

    private ShownNotes notes() {
        return timeline.notes();
    }

    private List<Note> without(Note note) {
        var others = new ArrayList<>(notes().all());
        others.remove(note);
        return others;
    }

    private Optional<Stretch> about() {
        return timeline.measuredProperty().get().or(timeline::inFocus);
    }
}
