package dev.lanescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The real window for a test, with surroundings that remember what they were asked. It fits the
/// screen of JavaFX's headless platform, which is 1000 x 1000.
final class WindowDriver {

    final Background background = new Background();
    final SessionModel session = new SessionModel(background, Settings.notKept());
    final List<Path> browsed = new ArrayList<>();
    final Appearance appearance;
    final MainWindow window;
    Optional<Path> folderToChoose = Optional.empty();
    Optional<Path> traceToOpen = Optional.empty();
    Optional<Path> fileToSave = Optional.empty();

    WindowDriver(Stage stage) {
        appearance = new Appearance(ThemeChoice.DARK, new SimpleObjectProperty<>(ColorScheme.DARK));
        window = new MainWindow(session, appearance, surroundings());
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
    }

    private Surroundings surroundings() {
        return new Surroundings() {
            @Override
            public Optional<Path> askForFolder() {
                return folderToChoose;
            }

            @Override
            public Optional<Path> askForTrace() {
                return traceToOpen;
            }

            @Override
            public Optional<Path> askWhereToSave(String name) {
                return fileToSave;
            }

            @Override
            public void browse(Path file) {
                browsed.add(file);
            }
        };
    }

    TimelineModel timeline() {
        return window.timeline();
    }

    /// Waits until something holds on the FX thread, and fails with `what` if it never does.
    static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get(60, TimeUnit.SECONDS));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("never happened: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Reads something on the FX thread.
    static <T> T read(Callable<T> value) throws Exception {
        return WaitForAsyncUtils.asyncFx(value).get(60, TimeUnit.SECONDS);
    }

    void open(Path folder) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> session.open(folder)).get(60, TimeUnit.SECONDS);
    }

    void close() {
        session.activeProperty().get().ifPresent(run -> run.stop());
        background.close();
        assertThat(background.size()).isZero();
    }
}
