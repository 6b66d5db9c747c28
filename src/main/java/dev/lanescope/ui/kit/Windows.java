package dev.lanescope.ui.kit;

import javafx.stage.Window;

import java.util.List;

/// All windows of the app at once.
public final class Windows {

    private Windows() {}

    /// Hides every window, popup and tooltip, newest first. Called before `Platform.exit()`, which
    /// crashes the process on GTK while a popup is open (seen with JavaFX 25 to 27-ea).
    public static void hideAll() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
    }
}
