package dev.lanescope.ui;

import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Says that the notes on the run that is shown are nowhere but in the window.
final class UnsavedNotes extends Label {

    UnsavedNotes(SessionModel session) {
        super("\u2022 not saved");
        setId("unsaved-notes");
        getStyleClass().addAll("text-small", "text-muted");
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(Double.MAX_VALUE);
        setTooltip(new Tooltip("Save the trace by the menu of the run, and the notes are in it."));
        Runnable update =
                () ->
                        setVisible(
                                session.shownProperty()
                                        .get()
                                        .filter(run ->
                                                session.notes().unsaved().contains(run.number()))
                                        .isPresent());
        session.shownProperty().subscribe(_ -> update.run());
        session.notes().unsaved().subscribe(update);
        managedProperty().bind(visibleProperty());
        update.run();
    }
}
