package dev.lanescope.ui;

import dev.lanescope.recording.Folders;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.session.Content;

import javafx.application.Application;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import java.nio.file.Path;

/// What [RealWindowTest] lets a child process do: open the real app on a real display, run a folder
/// by the keyboard, and close the window. It prints `size WxH`, then `ran N pages`; the process
/// ends by itself because the window was closed.
public final class FullSizeSession extends LanescopeApp {

    /// Runs the session.
    ///
    /// @param args a folder to write test pages into
    public static void main(String[] args) throws Exception {
        Path folder = Folders.withPages(Path.of(args[0]), 300);
        System.setProperty("java.awt.headless", "true");
        Application.launch(FullSizeSession.class, folder.toString());
    }

    @Override
    public void start(Stage stage) {
        super.start(stage);
        System.out.println("size " + (int) stage.getWidth() + "x" + (int) stage.getHeight());
        session()
                .contentProperty()
                .subscribe(content -> {
                    if (content instanceof Content.Ready) {
                        press(stage);
                    }
                });
        session()
                .shownProperty()
                .subscribe(shown ->
                        shown.ifPresent(run -> {
                            System.out.println("ran " + run.done() + " pages");
                            FxThread.later(() -> close(stage));
                        }));
    }

    private static void press(Stage stage) {
        var keys = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
        stage.getScene()
                .getRoot()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                keys.getCode(),
                                false,
                                true,
                                false,
                                false));
    }

    private static void close(Stage stage) {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
