package dev.lanescope.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.controlsfx.control.PopOver;

import java.util.List;

/// What is true of every window, and the pop-overs above them.
public final class Windows {

    /// As high as one usually is.
    private static final double ROOM = 560;

    private Windows() {}

    /// Hides every window, popup and tooltip, newest first. Called before `Platform.exit()`, which
    /// crashes the process on GTK while a popup is open (seen with JavaFX 25 to 27-ea).
    public static void hideAll() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
    }

    /// Hides every window but one.
    public static void hideOthers(Window kept) {
        List.copyOf(Window.getWindows()).reversed().stream()
                .filter(window -> !window.equals(kept))
                .forEach(Window::hide);
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

    /// Shows it where it hangs below its owner, or above where there is more room: one that hangs
    /// out of the screen loses its lower end.
    public static void show(PopOver popOver, Node owner) {
        Bounds at = owner.localToScreen(owner.getLayoutBounds());
        Rectangle2D screen =
                Screen.getScreensForRectangle(at.getCenterX(), at.getCenterY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        double below = screen.getMaxY() - at.getMaxY();
        double above = at.getMinY() - screen.getMinY();
        popOver.setArrowLocation(
                below < ROOM && above > below
                        ? PopOver.ArrowLocation.BOTTOM_CENTER
                        : PopOver.ArrowLocation.TOP_CENTER);
        popOver.show(owner);
    }
}
