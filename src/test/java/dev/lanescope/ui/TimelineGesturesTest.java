package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.recording.Folders;
import dev.lanescope.trace.Note;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// What hands do on the timeline, in the real window: ranges, measuring, notes, search, palette.
@ExtendWith(ApplicationExtension.class)
class TimelineGesturesTest {

    @TempDir static Path temp;

    private WindowDriver driver;

    @Start
    void start(Stage stage) {
        driver = new WindowDriver(stage);
    }

    @AfterEach
    void close() throws Exception {
        read(() -> {
            driver.close();
            return true;
        });
    }

    private TimelineModel timeline() {
        return driver.timeline();
    }

    private void aRun(FxRobot robot) throws Exception {
        driver.open(Folders.withPages(temp, 30));
        await("folder read", () -> driver.session.contentProperty().get() instanceof Content.Ready);
        robot.clickOn("#run");
        await("run finished", () -> driver.session.runs().size() == 1);
        await("run shown", () -> timeline().shownProperty().get().isPresent());
        await("lanes laid out", () -> lanes(robot).getBoundsInLocal().getHeight() > 60);
    }

    private static Node lanes(FxRobot robot) {
        return robot.lookup("#lanes").query();
    }

    private static Bounds onScreen(FxRobot robot) throws Exception {
        return read(() -> lanes(robot).localToScreen(lanes(robot).getBoundsInLocal()));
    }

    private Stretch range() {
        return timeline().rangeProperty().get().orElseThrow();
    }

    private void dragOverTheMiddle(FxRobot robot) throws Exception {
        Bounds lanes = onScreen(robot);
        double middle = lanes.getMinX() + lanes.getWidth() / 2;
        robot.moveTo(middle - 60, lanes.getMinY() + 50)
                .press(MouseButton.PRIMARY)
                .moveTo(middle + 60, lanes.getMinY() + 52)
                .release(MouseButton.PRIMARY);
        await("range selected", () -> timeline().rangeProperty().get().isPresent());
    }

    @Test
    void a_drag_selects_time_on_the_lanes_under_it_and_escape_lets_go(FxRobot robot)
            throws Exception {
        aRun(robot);
        dragOverTheMiddle(robot);
        assertThat(range().lanes()).containsExactly(0);
        assertThat(range().nanos()).isPositive();
        robot.type(KeyCode.ESCAPE);
        await("let go", () -> timeline().rangeProperty().get().isEmpty());
    }

    @Test
    void an_edge_of_the_range_can_be_moved(FxRobot robot) throws Exception {
        aRun(robot);
        dragOverTheMiddle(robot);
        Stretch before = range();
        Bounds lanes = onScreen(robot);
        TimeWindow window = timeline().windowProperty().get();
        double left = lanes.getMinX() + 108;
        double x = left + window.xOf((double) before.endNanos(), lanes.getMaxX() - left);
        robot.moveTo(x, lanes.getMinY() + 60)
                .press(MouseButton.PRIMARY)
                .moveTo(x + 50, lanes.getMinY() + 60)
                .release(MouseButton.PRIMARY);
        await("longer", () -> range().endNanos() > before.endNanos());
        assertThat(range().startNanos()).isEqualTo(before.startNanos());
        assertThat(range().lanes()).isEqualTo(before.lanes());
    }

    @Test
    void what_is_selected_can_be_fitted_and_the_move_undone(FxRobot robot) throws Exception {
        aRun(robot);
        TimeWindow all = timeline().windowProperty().get();
        dragOverTheMiddle(robot);
        robot.type(KeyCode.F).type(KeyCode.F);
        TimeWindow fitted = TimeWindow.around(range().startNanos(), range().endNanos());
        await("fitted", () -> timeline().windowProperty().get().equals(fitted));
        pushUntil(robot, KeyCode.Z, all);
        pushUntil(robot, KeyCode.Y, fitted);
    }

    /// Two presses of a key are one move or two, by the time between them.
    private void pushUntil(FxRobot robot, KeyCode key, TimeWindow wanted) throws Exception {
        for (int push = 0; push < 2 && !window().equals(wanted); push++) {
            robot.push(KeyCode.CONTROL, key);
        }
        await("moved by " + key, () -> window().equals(wanted));
    }

    private TimeWindow window() {
        return timeline().windowProperty().get();
    }

    @Test
    void what_is_measured_can_be_kept_as_a_note_and_deleted(FxRobot robot) throws Exception {
        aRun(robot);
        dragOverTheMiddle(robot);
        Stretch about = range();
        robot.type(KeyCode.M);
        await("measured", () -> timeline().measuredProperty().get().isPresent());
        robot.push(KeyCode.SHIFT, KeyCode.M);
        await("asked", () -> robot.lookup("#note").tryQuery().isPresent());
        read(() -> { // the headless platform gives pop-overs no keys
            TextField words = robot.lookup("#note").query();
            words.setText("slow");
            words.fireEvent(new ActionEvent());
            return true;
        });
        var note = new Note(about.startNanos(), about.endNanos(), "slow");
        await(
                "kept in the trace",
                () -> driver.session.runs().getFirst().trace().notes().contains(note));
        assertThat(timeline().shownProperty().get().orElseThrow().notes()).containsExactly(note);
        robot.type(KeyCode.DELETE);
        await("deleted", () -> driver.session.runs().getFirst().trace().notes().isEmpty());
    }

    @Test
    void the_search_says_how_many_there_are_and_steps_through_them(FxRobot robot) throws Exception {
        aRun(robot);
        robot.type(KeyCode.SLASH);
        await("field ready", () -> robot.lookup("#find").query().isFocused());
        assertThat(robot.lookup("#find").<TextField>query().getText()).isEmpty();
        robot.write("parse").type(KeyCode.ENTER);
        await("first", () -> status(robot).startsWith("1 of "));
        assertThat(timeline().chosenSpan()).isPresent();
        robot.type(KeyCode.ENTER);
        await("second", () -> status(robot).startsWith("2 of "));
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        await("first again", () -> status(robot).startsWith("1 of "));
        robot.type(KeyCode.ESCAPE);
        await("forgotten", () -> !timeline().finder().isLooking());
        robot.type(KeyCode.W);
        await("keys are commands again", () -> !timeline().followingProperty().get());
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#find-status").<Label>query().getText();
    }

    @Test
    void the_palette_finds_a_command_by_its_words_and_carries_it_out(FxRobot robot)
            throws Exception {
        aRun(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await("palette", () -> robot.lookup("#commands").tryQuery().isPresent());
        robot.write("in sight");
        ListView<?> list = robot.lookup("#commands").query();
        await("found", () -> list.getItems().size() == 1);
        robot.type(KeyCode.ENTER);
        await("done", () -> timeline().rangeProperty().get().isPresent());
        assertThat(range().lanes())
                .hasSize(timeline().shownProperty().get().orElseThrow().lanes().size());
    }

    @Test
    void the_question_mark_shows_the_keys_of_every_group(FxRobot robot) throws Exception {
        robot.clickOn("#help");
        Set<String> words =
                robot
                        .from(robot.lookup("#keys").<Node>query())
                        .lookup((Node node) -> node instanceof Label)
                        .queryAllAs(Label.class)
                        .stream()
                        .map(Label::getText)
                        .collect(Collectors.toSet());
        assertThat(words).contains("Zoom in", "Ctrl + wheel, pinch", "Show everything");
        for (Command.Group group : Command.Group.values()) {
            assertThat(words).contains(group.title());
        }
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void a_right_click_chooses_the_span_and_offers_what_can_be_done_with_it(FxRobot robot)
            throws Exception {
        aRun(robot);
        Bounds lanes = onScreen(robot);
        robot.moveTo(lanes.getMinX() + lanes.getWidth() / 2, lanes.getMinY() + 50)
                .clickOn(MouseButton.SECONDARY);
        await("span chosen", () -> timeline().chosenSpan().isPresent());
        await(
                "menu",
                () ->
                        Window.getWindows().stream()
                                .anyMatch(window ->
                                        window instanceof ContextMenu menu
                                                && "lanes-menu".equals(menu.getId())
                                                && menu.isShowing()));
        robot.type(KeyCode.ESCAPE);
    }
}
