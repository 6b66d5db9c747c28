package dev.lanescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;

import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.guide.GuideBook;
import dev.lanescope.concurrency.crossing.PrivateFolder;
import dev.lanescope.recording.Folders;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The real window for a test, with surroundings that remember what they were asked. It fits the
/// screen of JavaFX's headless platform, which is 1000 x 1000.
///
/// `@RegisterExtension final WindowDriver driver = new WindowDriver();` opens the window for each
/// test and closes it behind it; a test that wants to use hands asks for an [FxRobot].
final class WindowDriver implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final PrivateFolder folder = folder();
    final Background background = new Background();
    final SessionModel session = new SessionModel(background, Settings.notKept());
    final List<Path> browsed = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    boolean answer;
    final Appearance appearance;
    final Motion motion = Motion.of(Optional.empty(), false);
    final MainWindow window;
    final Ledger ledger = Ledger.in(aside("predictions.ledger"));
    final EvidenceBook evidence = EvidenceBook.in(aside("claims"));
    final Path guidesFolder = aside("guides");
    final GuideBook guides = GuideBook.in(guidesFolder);
    Optional<Path> folderToChoose = Optional.empty();
    Optional<Path> traceToOpen = Optional.empty();
    Optional<Path> fileToSave = Optional.empty();
    final QuickRobot robot;
    private final Stage stage;

    WindowDriver() {
        try {
            stage = FxToolkit.registerPrimaryStage();
            robot = new QuickRobot();
            appearance =
                    read(() ->
                            new Appearance(
                                    ThemeChoice.DARK,
                                    new SimpleObjectProperty<>(ColorScheme.DARK)));
            window = read(() -> new MainWindow(session, appearance, motion, surroundings()));
            onFx(this::show);
            QuickRobot.settle();
        } catch (Exception e) {
            throw new IllegalStateException("the window did not open", e);
        }
    }

    /// A file of this test's own.
    private Path aside(String name) {
        return folder.path().resolve(name);
    }

    private static PrivateFolder folder() {
        try {
            return PrivateFolder.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show() {
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
            public Ledger ledger() {
                return ledger;
            }

            @Override
            public EvidenceBook evidence() {
                return evidence;
            }

            @Override
            public GuideBook guides() {
                return guides;
            }

            @Override
            public boolean confirm(String question) {
                questions.add(question);
                return answer;
            }

            @Override
            public void browse(Path file) {
                browsed.add(file);
            }
        };
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        assertThat(findRepeatableAnnotations(context.getTestClass(), ResourceLock.class))
                .as("there is one screen: the test must be @OnScreen")
                .anyMatch(lock -> lock.value().equals(OnScreen.THE_SCREEN));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        onFx(() -> {
            close();
            robot.letGo();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        QuickRobot.settle();
        folder.close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(FxRobot.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }

    TimelineModel timeline() {
        return window.timeline();
    }

    /// Waits until something holds on the FX thread, asked once a frame, and fails with `what` if
    /// it never does.
    static void await(String what, Callable<Boolean> condition) throws Exception {
        var happened = new CompletableFuture<Boolean>();
        var frames =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        try {
                            if (condition.call()) {
                                stop();
                                happened.complete(true);
                            }
                        } catch (Exception | Error e) {
                            stop();
                            happened.completeExceptionally(e);
                        }
                    }
                };
        onFx(frames::start);
        try {
            happened.get(120, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("never happened: " + what, e);
        } finally {
            onFx(frames::stop);
        }
        QuickRobot.settle();
    }

    /// Reads something on the FX thread.
    static <T> T read(Callable<T> value) throws Exception {
        return WaitForAsyncUtils.asyncFx(value).get(60, TimeUnit.SECONDS);
    }

    /// Does something on the FX thread.
    static void onFx(Runnable action) throws Exception {
        read(() -> {
            action.run();
            return true;
        });
    }

    /// Opens a folder and waits until its pages are known.
    void openPages(Path folder) throws Exception {
        open(folder);
        await("folder read", () -> session.contentProperty().get() instanceof Content.Ready);
    }

    void open(Path folder) throws Exception {
        onFx(() -> session.open(folder));
    }

    /// Presses Run and waits until the run is over and shown.
    Snapshot run() throws Exception {
        int before = session.runs().size();
        Button run = robot.lookup("#run").query();
        await("run can be pressed", () -> !run.isDisabled());
        onFx(run::fire); // where it stands may change while Pythons are found
        try {
            await("run finished", () -> session.runs().size() == before + 1);
        } catch (AssertionError e) {
            throw new AssertionError("the window says " + session.noticeProperty().get(), e);
        }
        Snapshot trace = session.runs().getFirst().trace();
        await(
                "run shown",
                () -> timeline().shownProperty().get().filter(trace::isOfRun).isPresent());
        return trace;
    }

    /// A run of thirty pages; another one of the same folder if there has been one.
    Snapshot aRun(Path temp) throws Exception {
        if (!(session.contentProperty().get() instanceof Content.Ready)) {
            openPages(Folders.withPages(temp, 30));
        }
        return run();
    }

    /// Where a part of the window lies on the screen.
    Bounds onScreen(String query) throws Exception {
        Node part = robot.lookup(query).query();
        return read(() -> part.localToScreen(part.getLayoutBounds()));
    }

    /// All words in a part of the window, with a bar between them.
    String texts(String query) throws Exception {
        return read(() ->
                robot.lookup(query).<Node>query().lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .collect(Collectors.joining(" | ")));
    }

    void close() {
        session.activeProperty().get().ifPresent(run -> run.stop());
        background.close();
        assertThat(background.size()).isZero();
    }
}
