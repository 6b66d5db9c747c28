package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.recording.Folders;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;

/// The real window, used as a person would: mouse and keys, real folders, real runs.
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {

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

    private void openFolder(int pages) throws Exception {
        driver.open(Folders.withPages(temp, pages));
        await("folder read", () -> driver.session.contentProperty().get() instanceof Content.Ready);
    }

    private void runOnce(FxRobot robot) throws Exception {
        int before = driver.session.runs().size();
        robot.clickOn("#run");
        await("run finished", () -> driver.session.runs().size() == before + 1);
    }

    private void aRun(FxRobot robot) throws Exception {
        openFolder(30);
        runOnce(robot);
    }

    @Test
    void a_run_that_is_over_stands_in_the_library_and_its_time_adds_up(FxRobot robot)
            throws Exception {
        aRun(robot);
        var record = driver.session.runs().getFirst();
        assertThat(record.done()).isEqualTo(30);
        assertThat(((ListView<?>) robot.lookup("#runs").query()).getItems()).hasSize(1);
        assertThat(texts(robot, "#account")).contains("100.0000 %");
        assertThat(texts(robot, "#foot")).contains("30 / 30");
        assertThat(driver.timeline().shownProperty().get()).hasValue(record.trace());
    }

    @Test
    void the_speed_up_over_the_sequential_run_is_shown(FxRobot robot) throws Exception {
        openFolder(30);
        choose("sequential");
        runOnce(robot);
        runOnce(robot);
        choose("fixed-pool");
        runOnce(robot);
        assertThat(texts(robot, "#runs")).contains("baseline").containsPattern("\\d\\.\\d\\d×");
    }

    private void choose(String model) throws Exception {
        read(() -> {
            driver.session.modelProperty().set(Models.byId(model).orElseThrow());
            return true;
        });
    }

    @Test
    void a_clicked_span_tells_what_it_is_and_opens_its_page(FxRobot robot) throws Exception {
        aRun(robot);
        var lane = driver.session.runs().getFirst().trace().lanes().getFirst();
        int work = firstWork();
        read(() -> {
            driver.timeline().choose(new Chosen(0, work));
            driver.timeline().focus();
            driver.timeline().focus();
            return true;
        });
        Node lanes = robot.lookup("#lanes").query();
        read(() -> {
            driver.timeline().clear();
            return true;
        });
        robot.clickOn(robot.offset(lanes, javafx.geometry.Pos.CENTER, 0, 0));
        var bounds = read(() -> lanes.localToScreen(lanes.getBoundsInLocal()));
        robot.clickOn(bounds.getMinX() + bounds.getWidth() / 2 + 50, bounds.getMinY() + 50);
        await("span chosen", () -> driver.timeline().selectionProperty().get().isPresent());
        String facts = texts(robot, "#span");
        assertThat(facts).contains("Worker", "Start", "Duration", "CPU time");
        assertThat(lane.size()).isGreaterThan(10);
        read(() -> {
            driver.timeline().choose(new Chosen(0, work));
            return true;
        });
        robot.clickOn("#open-page");
        assertThat(driver.browsed).hasSize(1);
        assertThat(driver.browsed.getFirst()).isRegularFile().hasExtension("html");
    }

    private int firstWork() {
        var trace = driver.session.runs().getFirst().trace();
        var lane = trace.lanes().getFirst();
        int span = 0;
        while (!lane.span(span).hasItem()) {
            span++;
        }
        return span;
    }

    @Test
    void keys_zoom_and_pan_and_zero_shows_everything(FxRobot robot) throws Exception {
        aRun(robot);
        TimeWindow all = driver.timeline().windowProperty().get();
        robot.type(KeyCode.W);
        robot.type(KeyCode.W);
        TimeWindow closer = driver.timeline().windowProperty().get();
        assertThat(closer.nanos()).isLessThan(all.nanos());
        robot.type(KeyCode.D);
        TimeWindow later = driver.timeline().windowProperty().get();
        assertThat(later.startNanos()).isGreaterThan(closer.startNanos());
        robot.type(KeyCode.A);
        robot.type(KeyCode.A);
        assertThat(driver.timeline().windowProperty().get().startNanos())
                .isLessThan(later.startNanos());
        robot.type(KeyCode.S);
        assertThat(driver.timeline().windowProperty().get().nanos()).isGreaterThan(closer.nanos());
        robot.type(KeyCode.DIGIT0);
        assertThat(driver.timeline().windowProperty().get()).isEqualTo(all);
    }

    @Test
    void control_and_wheel_zooms_at_the_cursor(FxRobot robot) throws Exception {
        aRun(robot);
        robot.moveTo("#lanes");
        TimeWindow before = driver.timeline().windowProperty().get();
        double moment = driver.timeline().cursorProperty().get().orElseThrow();
        wheel(robot.lookup("#lanes").query(), true, 200);
        TimeWindow after = driver.timeline().windowProperty().get();
        assertThat(after.nanos()).isNotCloseTo(before.nanos(), within(before.nanos() * 0.05));
        double share = (moment - before.startNanos()) / before.nanos();
        assertThat((moment - after.startNanos()) / after.nanos()).isCloseTo(share, within(0.02));
    }

    @Test
    void shift_and_wheel_moves_in_time_and_the_wheel_alone_does_not(FxRobot robot)
            throws Exception {
        aRun(robot);
        robot.type(KeyCode.W, 6);
        TimeWindow before = driver.timeline().windowProperty().get();
        wheel(robot.lookup("#lanes").query(), false, -40);
        assertThat(driver.timeline().windowProperty().get()).isEqualTo(before);
        read(() -> scroll(robot.lookup("#lanes").query(), true, false, -40));
        assertThat(driver.timeline().windowProperty().get().startNanos())
                .isGreaterThan(before.startNanos());
    }

    /// The headless robot's wheel knows no modifiers, so the event is made by hand.
    private static void wheel(Node node, boolean control, double deltaY) throws Exception {
        read(() -> scroll(node, false, control, deltaY));
    }

    private static boolean scroll(Node node, boolean shift, boolean control, double deltaY) {
        var screen = node.localToScreen(node.getBoundsInLocal());
        var scene = node.localToScene(node.getBoundsInLocal());
        node.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getCenterX(),
                        scene.getCenterY(),
                        screen.getCenterX(),
                        screen.getCenterY(),
                        shift,
                        control,
                        false,
                        false,
                        false,
                        false,
                        0,
                        deltaY,
                        0,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
        return true;
    }

    @Test
    void dragging_with_the_middle_button_moves_the_picture(FxRobot robot) throws Exception {
        aRun(robot);
        robot.type(KeyCode.W, 6);
        TimeWindow before = driver.timeline().windowProperty().get();
        robot.drag("#lanes", MouseButton.MIDDLE).moveBy(120, 0).drop();
        TimeWindow after = driver.timeline().windowProperty().get();
        assertThat(after.startNanos()).isLessThan(before.startNanos());
        assertThat(after.nanos()).isCloseTo(before.nanos(), within(1e-3));
    }

    @Test
    void arrows_walk_along_the_lane_and_escape_lets_go(FxRobot robot) throws Exception {
        aRun(robot);
        robot.clickOn("#lanes");
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.PERIOD);
        Chosen first = driver.timeline().selectionProperty().get().orElseThrow();
        robot.type(KeyCode.PERIOD);
        assertThat(driver.timeline().selectionProperty().get())
                .hasValue(new Chosen(first.lane(), first.span() + 1));
        robot.type(KeyCode.COMMA);
        assertThat(driver.timeline().selectionProperty().get()).hasValue(first);
        robot.type(KeyCode.ESCAPE);
        assertThat(driver.timeline().selectionProperty().get()).isEmpty();
    }

    @Test
    void stop_ends_a_run_and_says_so(FxRobot robot) throws Exception {
        openFolder(4000);
        robot.clickOn("#run");
        await(
                "pages done",
                () ->
                        driver.session.activeProperty().get().stream()
                                .anyMatch(run -> run.progress().done() > 0));
        robot.clickOn("#stop");
        await("run stopped", () -> !driver.session.runs().isEmpty());
        assertThat(driver.session.runs().getFirst().isStopped()).isTrue();
        assertThat(texts(robot, "#runs")).contains("stopped");
        assertThat(texts(robot, "#foot")).contains("when stopped");
    }

    @Test
    void pages_that_failed_are_listed_with_line_and_cause(FxRobot robot) throws Exception {
        Path folder = Folders.withPages(temp, 7);
        Folders.addBrokenPages(folder);
        driver.open(folder);
        await("folder read", () -> driver.session.contentProperty().get() instanceof Content.Ready);
        runOnce(robot);
        assertThat(texts(robot, "#notice")).contains("3 pages failed");
        robot.clickOn("#failed");
        assertThat(((TableView<?>) robot.lookup("#failures").query()).getItems()).hasSize(3);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void a_folder_that_cannot_be_rendered_gets_one_clear_sentence(FxRobot robot) throws Exception {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        driver.open(empty);
        await("refused", () -> driver.session.contentProperty().get() instanceof Content.Refused);
        assertThat(texts(robot, "#notice")).contains(empty.toString());
        assertThat(robot.lookup("#run").query().isDisabled()).isTrue();
    }

    @Test
    void a_model_with_one_possible_number_of_workers_greys_them_out(FxRobot robot)
            throws Exception {
        choose("sequential");
        assertThat(robot.lookup("#workers-number").query().isDisabled()).isTrue();
        choose("fixed-pool");
        assertThat(robot.lookup("#workers-number").query().isDisabled()).isFalse();
        robot.doubleClickOn("#workers-number").write("5\n");
        assertThat(driver.session.effectiveWorkers()).isEqualTo(5);
    }

    @Test
    void a_typed_number_of_workers_counts_before_it_is_confirmed(FxRobot robot) throws Exception {
        robot.doubleClickOn("#workers-number").write("7");
        assertThat(driver.session.effectiveWorkers()).isEqualTo(7);
    }

    @Test
    void while_java_warms_up_a_speed_up_is_not_presented_as_a_fact(FxRobot robot) throws Exception {
        openFolder(30);
        choose("sequential");
        runOnce(robot);
        choose("fixed-pool");
        runOnce(robot);
        boolean warm =
                driver.session.runs().getLast().trace().info().temperature()
                        == RunInfo.Temperature.WARM;
        assertThat(texts(robot, "#runs").contains("~")).isEqualTo(!warm);
    }

    @Test
    void a_trace_is_saved_and_can_be_read_again(FxRobot robot) throws Exception {
        aRun(robot);
        Path file = temp.resolve("saved.lanes");
        driver.fileToSave = java.util.Optional.of(file);
        robot.clickOn("#runs .list-cell", MouseButton.SECONDARY).clickOn("Save the trace …");
        await("saved", () -> Files.exists(file));
        assertThat(TraceFile.read(file).endNanos())
                .isEqualTo(driver.session.runs().getFirst().trace().endNanos());
    }

    /// All texts below a node, with spaces between them.
    private static String texts(FxRobot robot, String query) {
        var words = new StringBuilder();
        robot.from(robot.lookup(query).<Node>query())
                .lookup((Node node) -> node instanceof Label)
                .queryAllAs(Label.class)
                .forEach(label -> words.append(label.getText()).append(' '));
        if (robot.lookup(query).query() instanceof Label label) {
            words.append(label.getText());
        }
        return words.toString();
    }
}
