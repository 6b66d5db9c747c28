package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.recording.Folders;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.session.Content;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The walkthrough, last part: runs, files, and finding all the rest.
@OnScreen
class ExperimentGesturesTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final Hands hands = new Hands(driver);

    @Test
    @Gesture({"Run", "Pause or resume: the live view, or the race of compared runs", "Stop"})
    void a_run_is_begun_its_picture_paused_and_it_is_stopped_by_keys(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 2000));
        Knobs slow = Knobs.STANDARD.withLatency(Duration.ofMillis(100), Duration.ZERO);
        onFx(() ->
                driver.session.knobsProperty().set(slow)); // or it might be over before it is told
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("live", () -> hands.timeline().shownProperty().get().isPresent());
        robot.type(KeyCode.SPACE);
        assertThat(read(() -> hands.timeline().pausedProperty().get())).isTrue();
        var still = read(() -> hands.timeline().shownProperty().get());
        int done =
                read(() -> driver.session.activeProperty().get().orElseThrow().progress().done());
        await(
                "the run goes on",
                () -> driver.session.activeProperty().get().orElseThrow().progress().done() > done);
        assertThat(read(() -> hands.timeline().shownProperty().get())).isEqualTo(still);
        robot.type(KeyCode.SPACE);
        assertThat(read(() -> hands.timeline().pausedProperty().get())).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        await("stopped", () -> !driver.session.runs().isEmpty());
        assertThat(driver.session.runs().getFirst().isStopped()).isTrue();
    }

    @Test
    @Gesture({"Open a folder", "Open a trace"})
    void folders_and_traces_are_opened_by_keys(FxRobot robot) throws Exception {
        driver.folderToChoose = Optional.of(Folders.withPages(temp, 3));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        await("read", () -> driver.session.contentProperty().get() instanceof Content.Ready);
        Path file = temp.resolve("run.lanescope");
        TraceFile.write(KnownTraces.threeLanes(), file);
        driver.traceToOpen = Optional.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        await("opened", () -> driver.session.runs().size() == 1);
    }

    @Test
    @Gesture("Show the runtimes: CPythons and the JDK")
    void the_runtimes_are_shown_by_keys(FxRobot robot) throws Exception {
        Node screen = robot.lookup("#runtimes").query();
        TableView<?> table = robot.lookup("#runtimes-table").queryTableView();
        assertThat(screen.isVisible()).isFalse();
        assertThat(table.getItems()).as("nobody is asked before people look").isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(screen.isVisible()).isTrue();
        await("asked", () -> !table.getItems().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(screen.isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        assertThat(screen.isVisible()).isTrue();
    }

    @Test
    @Gesture("Light or dark")
    void the_theme_is_changed_by_keys(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(read(driver.appearance::theme)).isEqualTo(Theme.LIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(read(driver.appearance::theme)).isEqualTo(Theme.DARK);
    }

    @Test
    @Gesture("Reduce motion, or not")
    void the_window_is_told_to_move_less(FxRobot robot) throws Exception {
        boolean before = read(() -> driver.motion.reducedProperty().get());
        hands.command("Reduce motion, or not");
        assertThat(read(() -> driver.motion.reducedProperty().get())).isEqualTo(!before);
        robot.clickOn("#theme");
        robot.clickOn("Reduce motion");
        assertThat(read(() -> driver.motion.reducedProperty().get())).isEqualTo(before);
    }

    @Test
    @Gesture("Keys and gestures")
    void the_question_mark_shows_the_sheet_and_takes_it_away(FxRobot robot) throws Exception {
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        await("sheet", () -> robot.lookup("#keys").tryQuery().isPresent());
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        await("gone", () -> robot.lookup("#keys").tryQuery().isEmpty());
        robot.clickOn("#help");
        await("sheet again", () -> robot.lookup("#keys").tryQuery().isPresent());
    }

    @Test
    @Gesture("All commands")
    void the_palette_finds_a_command_by_its_words_and_carries_it_out(FxRobot robot)
            throws Exception {
        hands.open(KnownTraces.threeLanes(), temp);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await("palette", () -> robot.lookup("#commands").tryQuery().isPresent());
        robot.write("in sight");
        ListView<?> list = robot.lookup("#commands").query();
        await("found", () -> list.getItems().size() == 1);
        await("told", () -> robot.from(list).lookup("Select all in sight").tryQuery().isPresent());
        Node words = robot.from(list).lookup("Select all in sight").query();
        Node row = robot.from(list).lookup(".list-cell").query();
        assertThat(read(() -> middle(words))).isCloseTo(read(() -> middle(row)), within(2.0));
        robot.type(KeyCode.ENTER);
        assertThat(hands.range().lanes()).containsExactly(0, 1, 2);
    }

    private static double middle(Node node) {
        return node.localToScreen(node.getBoundsInLocal()).getCenterY();
    }
}
