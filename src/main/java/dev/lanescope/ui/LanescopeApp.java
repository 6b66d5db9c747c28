package dev.lanescope.ui;

import dev.lanescope.recording.Run;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.jvm.JvmWatch;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Logo;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The desktop app: one window on one session. A folder given on the command line is opened first,
/// otherwise the sample content; so is a trace.
public class LanescopeApp extends Application {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 700;

    private final Background background = new Background();
    private final Settings settings = Settings.in(Workspace.root().resolve("settings.properties"));
    private final SessionModel session = new SessionModel(background, settings);

    /// Opens the window and returns when it was closed.
    public static void open(String... arguments) {
        // JFreeChart draws into pictures only; without this the toolkits would meet.
        System.setProperty("java.awt.headless", "true");
        launch(LanescopeApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        var appearance =
                new Appearance(
                        themeNamed(settings.theme(ThemeChoice.FOLLOW_SYSTEM.name())),
                        Platform.getPreferences().colorSchemeProperty());
        appearance.choiceProperty().subscribe(choice -> settings.setTheme(choice.name()));
        var motion =
                Motion.of(settings.reducedMotion(), Platform.getPreferences().isReducedMotion());
        motion.reducedProperty().addListener((_, _, now) -> settings.setReducedMotion(now));
        var window =
                new MainWindow(session, appearance, motion, new Desktop(stage, getHostServices()));

        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.titleProperty().bind(window.closing().title());
        stage.getIcons().setAll(Logo.icons());
        stage.setScene(window.scene());
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        window.closing()
                .guard(stage, () -> session.activeProperty().get().ifPresent(LanescopeApp::end));
        stage.show();
        openFirst(getParameters().getRaw());
        background.run("rehearse", LanescopeApp::rehearse, _ -> {}, _ -> {});
    }

    private static boolean rehearse() throws InterruptedException {
        JvmWatch.rehearse();
        return true;
    }

    SessionModel session() {
        return session;
    }

    /// Ends a run and gives it the time to clean up behind itself; the window is gone already.
    private static void end(Run run) {
        run.stop();
        try {
            run.awaitOver(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Opens what was named: a folder, or a trace beside the sample content.
    private void openFirst(List<String> arguments) {
        Optional<Path> named = arguments.stream().findFirst().map(Path::of);
        session.open(named.filter(Files::isDirectory).orElseGet(Workspace::sampleContent));
        named.filter(path -> !Files.isDirectory(path)).ifPresent(session.opener()::open);
    }

    private static ThemeChoice themeNamed(String name) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return ThemeChoice.FOLLOW_SYSTEM;
    }

    @Override
    public void stop() {
        background.close();
    }
}
