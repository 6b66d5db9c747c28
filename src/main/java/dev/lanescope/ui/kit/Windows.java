package dev.lanescope.ui.kit;

import javafx.scene.Node;
import javafx.stage.Window;

import org.controlsfx.control.PopOver;

import java.util.List;

/// What is true of every window, and the pop-overs above them.
public final class Windows {

    private Windows() {}

    /// Hides every window, popup and tooltip, newest first. Called before `Platform.exit()`, which
    /// crashes the process on GTK while a popup is open (seen with JavaFX 25 to 27-ea).
    public static void hideAll() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
    }

    /// A pop-over in the look of the app: without the style sheet of its own that ControlsFX puts
    /// on it, which would stay white on dark.
    public static PopOver popOver(Node content) {
        PopOver popOver = new PopOver(content);
        popOver.getRoot().getStylesheets().clear();
        popOver.setAnimated(false);
        popOver.setCornerRadius(6);
        return popOver;
    }

    /// The same with a title, hanging below what it belongs to.
    public static PopOver popOver(Node content, String title) {
        PopOver popOver = popOver(content);
        popOver.setTitle(title);
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        return popOver;
    }
}
