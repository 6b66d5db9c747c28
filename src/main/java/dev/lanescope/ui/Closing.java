package dev.lanescope.ui;

import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

/// What would be lost if the window closed now: notes that are in no file.
record Closing(SessionModel session, Surroundings surroundings) {

    /// What the window is called; a dot says that something would be lost.
    ObservableValue<String> title() {
        var unsaved = session.notes().unsaved();
        return Bindings.createStringBinding(
                () -> unsaved.isEmpty() ? "Lanescope" : "\u2022 Lanescope", unsaved);
    }

    /// Whether nothing would be lost, or the user wants to close all the same.
    boolean mayClose() {
        return session.notes().question().map(surroundings::confirm).orElse(true);
    }

    /// Asks before a window closes, while it is still there to stay; one that was hidden meanwhile
    /// would take the program with it.
    ///
    /// @param last what is to be done when it does close
    void guard(Window window, Runnable last) {
        window.setOnCloseRequest(close -> {
            Windows.hideOthers(window);
            if (mayClose()) {
                Windows.hideAll();
                last.run();
            } else {
                close.consume();
            }
        });
    }
}
