package dev.lanescope.ui;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.SessionModel;
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
                .ifPresent(it -> ask(it, lanes));
    }

    /// Asks for other words on what a note is about.
    ///
    /// @param owner what the question hangs on
    void change(Note note, Node owner) {
        ask(new Stretch(note.startNanos(), note.endNanos(), List.of()), owner);
    }

    private void ask(Stretch it, Node owner) {
        var words = new TextField(noteOn(it).map(Note::text).orElse(""));
        words.setId("note");
        words.setPrefColumnCount(28);
        words.setPromptText("What is to be seen here");
        words.setAccessibleText("The note");
        ignoreLetterOfTheKeyThatAsked(words);
        var label =
                new Label(
                        Durations.text(it.startNanos())
                                + " to "
                                + Durations.text(it.endNanos())
                                + "; Enter keeps it");
        label.getStyleClass().add("text-muted");
        var box = new VBox(6, label, words);
        box.setStyle("-fx-padding: 10px");
        PopOver question = Windows.popOver(box, "A note");
        words.setOnAction(_ -> {
            keep(it, words.getText().strip());
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

    private void keep(Stretch it, String text) {
        List<Note> notes = without(it);
        notes.add(new Note(it.startNanos(), it.endNanos(), text));
        notes.sort(Comparator.comparingLong(Note::startNanos));
        session.notes().annotate(notes);
        timeline.measuredProperty().get().ifPresent(_ -> timeline.clear());
    }

    /// Deletes the note on exactly what is selected.
    void delete() {
        about().filter(it -> noteOn(it).isPresent())
                .ifPresent(it -> session.notes().annotate(without(it)));
    }

    void delete(Note note) {
        List<Note> others = new ArrayList<>(notes());
        others.remove(note);
        session.notes().annotate(others);
    }

    private Optional<Stretch> about() {
        return timeline.measuredProperty().get().or(timeline::inFocus);
    }

    private List<Note> notes() {
        return timeline.shownProperty().get().map(Snapshot::notes).orElse(List.of());
    }

    private Optional<Note> noteOn(Stretch it) {
        return notes().stream().filter(note -> isOn(note, it)).findFirst();
    }

    private List<Note> without(Stretch it) {
        var others = new ArrayList<>(notes());
        others.removeIf(note -> isOn(note, it));
        return others;
    }

    private static boolean isOn(Note note, Stretch it) {
        return note.startNanos() == it.startNanos() && note.endNanos() == it.endNanos();
    }
}
