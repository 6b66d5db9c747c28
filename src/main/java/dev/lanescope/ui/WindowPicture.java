package dev.lanescope.ui;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// The real window, painted into a PNG file without a display, by JavaFX's headless platform. It is
/// how the terminal shows a timeline and how the screenshots are made.
///
/// The toolkit is started with the first picture and cannot become a visible one afterwards.
public final class WindowPicture {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /// A finished run to put into the window.
    public record Finished(Experiment experiment, RunResult result) {}

    /// So many frames without anything under way are the end of it.
    private static final int QUIET_FRAMES = 15;

    private WindowPicture() {}

    /// Paints the window with these runs in its library, the last one shown.
    ///
    /// @throws IOException if the file cannot be written, or the toolkit cannot be started because
    ///   a system library is missing; the message says so
    public static void paint(List<Finished> runs, Theme theme, Path png)
            throws IOException, InterruptedException {
        paint(runs, theme, png, _ -> {});
    }

    /// Paints the window after `prepare` has done something with it, and all that this asked for in
    /// the background is there.
    static void paint(List<Finished> runs, Theme theme, Path png, Consumer<MainWindow> prepare)
            throws IOException, InterruptedException {
        startToolkit();
        var image = new CompletableFuture<WritableImage>();
        FxThread.later(() -> {
            try {
                new Sitting(runs, theme, prepare, image::complete).begin();
            } catch (RuntimeException | Error e) {
                image.completeExceptionally(e);
            }
        });
        try {
            write(image.get(), png);
        } catch (ExecutionException e) {
            throw new IOException("the window could not be painted: " + e.getCause(), e);
        }
    }

    private static void startToolkit() throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var started = new CompletableFuture<Optional<Throwable>>();
        try {
            Platform.startup(() -> started.complete(Optional.empty()));
        } catch (IllegalStateException alreadyRunning) {
            started.complete(Optional.empty());
        } catch (RuntimeException | LinkageError e) {
            started.complete(Optional.of(e));
        }
        Platform.setImplicitExit(false);
        try {
            Optional<Throwable> trouble = started.get();
            if (trouble.isPresent()) {
                throw new IOException(
                        "JavaFX could not start; a bare Debian needs libfreetype6 and"
                                + " libpangoft2-1.0-0 ("
                                + trouble.get().getMessage()
                                + ")",
                        trouble.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One window that lives until its picture is taken.
    private record Sitting(
            List<Finished> runs,
            Theme theme,
            Consumer<MainWindow> prepare,
            Consumer<WritableImage> receiver) {

        void begin() {
            var appearance =
                    new Appearance(
                            theme == Theme.DARK ? ThemeChoice.DARK : ThemeChoice.LIGHT,
                            new SimpleObjectProperty<>(theme.scheme()));
            var background = new Background();
            var session = new SessionModel(background, Settings.notKept());
            session.take(runs.getLast().experiment().site());
            session.modelProperty()
                    .set(Models.byId(runs.getLast().experiment().model().id()).orElseThrow());
            session.workersProperty().set(runs.getLast().experiment().workers());
            runs.forEach(run -> session.adopt(RunRecord.of(run.experiment(), run.result())));
            var window = new MainWindow(session, appearance, new Motion(true), Surroundings.NONE);
            var stage = new Stage();
            stage.setScene(window.scene());
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            afterFrames(
                    3,
                    () -> {
                        prepare.accept(window);
                        whenQuiet(
                                background,
                                () -> {
                                    receiver.accept(window.scene().snapshot(null));
                                    stage.hide();
                                });
                    });
        }

        /// Does something when nothing has been under way for some frames: what arrives may ask for
        /// more in the next one.
        private static void whenQuiet(Background background, Runnable action) {
            new AnimationTimer() {
                private int quiet;

                @Override
                public void handle(long now) {
                    quiet = background.size() == 0 ? quiet + 1 : 0;
                    if (quiet == QUIET_FRAMES) {
                        stop();
                        action.run();
                    }
                }
            }.start();
        }

        /// Lets the window settle: layout, then the repaints that layout asked for.
        private static void afterFrames(int frames, Runnable action) {
            FxThread.later(() -> {
                if (frames == 0) {
                    action.run();
                } else {
                    afterFrames(frames - 1, action);
                }
            });
        }
    }

    private static void write(WritableImage image, Path png) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        Path target = png.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempFile(target.getParent(), "picture", ".tmp");
        try {
            ImageIO.write(copy, "png", fresh.toFile());
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
