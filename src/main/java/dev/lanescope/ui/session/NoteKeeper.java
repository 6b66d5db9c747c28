package dev.lanescope.ui.session;

import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.ui.kit.Background;

import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps notes: on a run whose trace was opened from a file of ours, they go back into that file,
/// which is whole at every moment. On any other run they wait in the window until somebody saves
/// its trace, and so they do if the file refuses; which runs have such notes, this knows.
public final class NoteKeeper {

    private final SessionModel session;
    private final Background background;
    private final ObservableSet<Integer> unsaved = FXCollections.observableSet(new HashSet<>());

    /// When a file had been written last, as far as this window knows.
    private final Map<Path, FileTime> known = new HashMap<>();

    /// Files that are being written, each with the notes that came meanwhile.
    private final Map<Path, Optional<RunRecord>> writing = new HashMap<>();

    NoteKeeper(SessionModel session, Background background) {
        this.session = session;
        this.background = background;
    }

    /// The numbers of the runs whose notes are nowhere but in the window.
    public ObservableSet<Integer> unsaved() {
        return unsaved;
    }

    /// Gives the run that is shown other notes; one that is going on has none yet.
    public void annotate(List<Note> notes) {
        session.shownProperty()
                .get()
                .filter(session.runs()::contains)
                .map(record -> record.withNotes(notes))
                .ifPresent(noted -> {
                    session.replace(noted);
                    unsaved.add(noted.number());
                    noted.opened().ifPresent(opened -> write(noted, opened));
                });
    }

    /// One file is written once at a time, and then once more if there is something newer.
    private void write(RunRecord noted, RunRecord.Opened opened) {
        Path file = opened.file();
        if (writing.containsKey(file)) {
            writing.put(file, Optional.of(noted));
            return;
        }
        writing.put(file, Optional.empty());
        FileTime expected = known.getOrDefault(file, opened.written());
        background.run(
                "notes of " + file.getFileName(),
                () -> write(noted.trace(), opened.isOurs(), file, expected),
                written -> {
                    known.put(file, written);
                    unsaved.remove(noted.number());
                    again(file);
                },
                failure -> {
                    if (!(failure instanceof NotOurs)) {
                        session.say(
                                Notice.Kind.WARNING,
                                Sentence.of(failure)
                                        + ". The notes stay in this window; save the"
                                        + " trace elsewhere to keep them.");
                    }
                    again(file);
                });
    }

    private void again(Path file) {
        Optional<RunRecord> newer = writing.remove(file);
        if (newer != null) {
            newer.ifPresent(record -> {
                unsaved.add(record.number());
                record.opened().ifPresent(opened -> write(record, opened));
            });
        }
    }

    /// A trace of another tool, or one that ends in the middle: notes do not belong into its file.
    private static final class NotOurs extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static FileTime write(Snapshot trace, boolean ours, Path file, FileTime expected)
            throws TraceFileException, IOException, NotOurs {
        if (!ours) {
            throw new NotOurs();
        }
        if (!Files.isWritable(file)) {
            throw new TraceFileException(file, "may not be written");
        }
        if (!Files.getLastModifiedTime(file).equals(expected)) {
            throw new TraceFileException(
                    file, "has changed since it was opened, and is left as it is");
        }
        TraceFile.write(trace, file);
        return Files.getLastModifiedTime(file);
    }

    /// A run is in a file now, with its notes as they were then if the file is one of ours.
    void saved(RunRecord record, Path file) {
        boolean same =
                session.runs().stream()
                        .filter(now -> now.number() == record.number())
                        .anyMatch(now -> now.trace().notes().equals(record.trace().notes()));
        if (same && file.toString().endsWith("." + TraceFile.EXTENSION)) {
            unsaved.remove(record.number());
        }
    }

    /// Whoever deletes a run needs its notes no more.
    void deleted(RunRecord record) {
        unsaved.remove(record.number());
    }

    /// What would be lost, as a question; empty if nothing would.
    public Optional<String> question() {
        Set<Integer> runs = Set.copyOf(unsaved);
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        String which = runs.size() == 1 ? "run #" + runs.iterator().next() : runs.size() + " runs";
        return Optional.of("The notes on " + which + " are not saved. Close all the same?");
    }
}
