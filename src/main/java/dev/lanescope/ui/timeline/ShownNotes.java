package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The notes on the run that is shown, and what part of it each is about: a time on the lanes it
/// was put on, or on all of them.
public final class ShownNotes {

    private final TimelineModel model;

    ShownNotes(TimelineModel model) {
        this.model = model;
    }

    /// All of them, in the order of the trace.
    public List<Note> all() {
        return model.shownProperty().get().map(Snapshot::notes).orElse(List.of());
    }

    /// The note on a moment, or not further beside it than `reach`; of several the shortest, or, if
    /// one of them is selected, the next longer one, so that each can be had.
    public Optional<Note> at(double moment, double reach) {
        List<Note> here =
                all().stream()
                        .filter(note ->
                                note.startNanos() - reach <= moment
                                        && moment <= note.endNanos() + reach)
                        .sorted(Comparator.comparingLong(Note::nanos))
                        .toList();
        Optional<Note> selected = model.rangeProperty().get().flatMap(this::on);
        int next = selected.map(here::indexOf).orElse(-1) + 1;
        return here.isEmpty() ? Optional.empty() : Optional.of(here.get(next % here.size()));
    }

    /// Selects what a note is about.
    public void select(Note note) {
        model.selectRange(Optional.of(about(note)));
    }

    /// What a note is about: of one on all lanes those that nobody has hidden.
    public Stretch about(Note note) {
        return new Stretch(
                note.startNanos(),
                note.endNanos(),
                note.isOnAllLanes() ? model.allLanes() : note.lanes());
    }

    /// The note on exactly this.
    public Optional<Note> on(Stretch it) {
        return all().stream().filter(note -> isOn(note, it)).findFirst();
    }

    private boolean isOn(Note note, Stretch it) {
        return note.startNanos() == it.startNanos()
                && note.endNanos() == it.endNanos()
                && (note.isOnAllLanes()
                        ? it.lanes().containsAll(model.allLanes())
                        : note.lanes().equals(it.lanes()));
    }

    /// A note on this.
    public Note write(Stretch it, String text) {
        int lanes = model.shownProperty().get().map(trace -> trace.lanes().size()).orElse(0);
        return new Note(
                it.startNanos(),
                it.endNanos(),
                text,
                it.lanes().size() == lanes ? List.of() : it.lanes());
    }
}
