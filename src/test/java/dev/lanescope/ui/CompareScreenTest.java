package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Folders;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.session.RunRecord;

import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Runs side by side, in the real window with real runs.
@OnScreen
class CompareScreenTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final CompareHands hands = new CompareHands(driver);

    @Test
    void with_fewer_than_two_runs_it_says_what_to_do(FxRobot robot) throws Exception {
        robot.clickOn("#screen-compare");
        assertThat(driver.texts("#compare-empty")).contains("Tick at least two runs");
        assertThat(robot.lookup("#measure-first").query().isDisabled()).isTrue();
        driver.openPages(Folders.withPages(temp, 3));
        await("ready", () -> !robot.lookup("#measure-first").query().isDisabled());
    }

    @Test
    void the_stack_keeps_its_place_when_the_theme_changes(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        var table = robot.lookup("#stack-figures").query();
        var chart = robot.lookup("#stacks").query();
        WaitForAsyncUtils.waitForFxEvents();
        double top = read(() -> table.localToScene(0, 0).getY());
        double height = read(() -> chart.getLayoutBounds().getHeight());
        onFx(driver.appearance::toggle);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(read(() -> table.localToScene(0, 0).getY())).isEqualTo(top);
        assertThat(read(() -> chart.getLayoutBounds().getHeight())).isEqualTo(height);
    }

    @Test
    void the_newest_runs_of_the_content_are_compared_without_being_asked(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        List<String> rows = hands.verdicts();
        assertThat(rows).anyMatch(row -> row.contains("baseline"));
        assertThat(rows).anyMatch(row -> row.contains("too few repeats to tell"));
        assertThat(rows).allMatch(row -> row.contains("✓ "));
        assertThat(robot.lookup("#cautions").<Label>query().getText())
                .contains("cannot carry an interval; 5 would");
        assertThat(driver.texts("#stack-panel"))
                .contains("Where the speed-up went")
                .contains("Lost is not the same as gained if removed.");
        TableView<?> figures = robot.lookup("#stack-figures").queryTableView();
        assertThat(IntStream.range(0, figures.getItems().size()))
                .extracting(row ->
                        figures.getColumns().stream()
                                .map(column -> String.valueOf(column.getCellData(row)))
                                .toList())
                .contains(List.of("sum", "2.00"));
    }

    @Test
    void runs_of_other_content_get_no_verdict_and_the_reason_in_red(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        driver.openPages(Folders.withPages(temp.resolve("other"), 20));
        hands.run("fixed-pool", 2);
        List<RunRecord> all = List.copyOf(driver.session.runs());
        onFx(() -> driver.window.chosenRuns().choose(all));
        await("compared", () -> robot.lookup("#objections .note").tryQuery().isPresent());
        assertThat(driver.texts("#objections"))
                .contains("No verdict: The runs rendered different content.");
        assertThat(hands.verdicts()).allMatch(row -> row.contains("no verdict"));
        assertThat(robot.lookup("#stacks").query().isVisible()).isTrue();
        assertThat(driver.texts("#stack-panel")).contains("nothing to divide up");
        assertThat(hands.verdicts()).noneMatch(row -> row.contains("×"));
    }

    @Test
    void what_else_differs_stands_above_every_figure(FxRobot robot) throws Exception {
        var runtimes = new Runtimes(Workspace.root());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        hands.compareTwo(temp);
        Node differences = robot.lookup("#differences").query();
        assertThat(differences.isManaged()).as("models alone differ").isFalse();
        var python = (PythonModel) Models.byId("python-sequential").orElseThrow();
        PythonModel bundled = python.on(runtimes.unpacked());
        onFx(() -> driver.session.modelProperty().set(bundled));
        driver.run();
        List<RunRecord> all = List.copyOf(driver.session.runs());
        onFx(() -> driver.window.chosenRuns().choose(all));
        await("compared", differences::isVisible);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((Label) differences).getText())
                .startsWith(
                        "Some ran on CPython and others on the JVM: language, Markdown library");
        double end = read(() -> onScreen(differences).getMaxY());
        for (String figures : List.of("#race", "#verdicts", "#stack-panel", "#compare-lower")) {
            Node below = robot.lookup(figures).query();
            assertThat(read(() -> onScreen(below).getMinY()))
                    .as(figures)
                    .isGreaterThanOrEqualTo(end);
        }
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void models_take_turns_from_the_window_and_are_compared_when_they_are_done(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 400));
        robot.clickOn("#screen-compare").clickOn("#measure-first");
        await("asked", () -> robot.lookup("#measure-pane").tryQuery().isPresent());
        robot.clickOn("#measure-virtual-threads");
        type(robot, "#measure-workers", "two");
        assertThat(robot.lookup("#measure-start").query().isDisabled()).isTrue();
        assertThat(driver.texts("#measure-pane")).contains("“two” is none");
        type(robot, "#measure-workers", "2");
        type(robot, "#measure-repeats", "2");
        assertThat(driver.texts("#measure-pane")).contains("2 settings × 2 rounds = 4 runs");
        robot.clickOn("#measure-start");
        await("begun", () -> driver.session.measuring().isGoingOn());
        assertThat(robot.lookup("#study").query().isVisible()).isTrue();
        await("over", () -> !driver.session.measuring().isGoingOn());
        assertThat(driver.session.runs()).hasSize(4);
        hands.awaitVerdicts(2);
        assertThat(hands.verdicts()).allMatch(row -> row.endsWith("| 2"));
        assertThat(hands.verdicts()).allMatch(row -> row.matches(".* [0-9.]+ [kMG]B .*"));
        hands.run("virtual-threads", 2);
        hands.awaitVerdicts(3);
        assertThat(hands.verdicts())
                .as("the study stays as it was, and the later run stands beside it")
                .filteredOn(row -> row.endsWith("| 2"))
                .hasSize(2);
        assertThat(hands.verdicts()).filteredOn(row -> row.endsWith("| 1")).hasSize(1);
    }

    @Test
    void of_a_study_that_is_stopped_only_whole_rounds_are_kept(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 40));
        robot.clickOn("#screen-compare").clickOn("#measure-first");
        await("asked", () -> robot.lookup("#measure-pane").tryQuery().isPresent());
        robot.clickOn("#measure-virtual-threads");
        type(robot, "#measure-workers", "2");
        type(robot, "#measure-repeats", "500");
        robot.clickOn("#measure-start");
        await("begun", () -> driver.session.measuring().isGoingOn());
        await(
                "a round and a half",
                () ->
                        driver.session
                                .measuring()
                                .studyProperty()
                                .get()
                                .filter(run -> run.progress().done() % 2 == 1)
                                .filter(run -> run.progress().done() > 2)
                                .isPresent());
        onFx(() -> driver.session.measuring().stop());
        await("over", () -> !driver.session.measuring().isGoingOn());
        assertThat(driver.session.runs()).isNotEmpty();
        assertThat(driver.session.runs().size() % 2).as("whole rounds of two settings").isZero();
    }

    @Test
    void the_tables_below_are_as_high_as_people_made_them(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        Region lower = robot.lookup("#compare-lower").query();
        await("room for several rows", () -> lower.getHeight() >= 140);
        double before = lower.getHeight();
        Node divider = robot.lookup("#compare-divided > .split-pane-divider").query();
        assertThat(divider.getLayoutBounds().getHeight()).as("room to grip it").isGreaterThan(4);
        onFx(() -> {
            grip(divider, MouseEvent.MOUSE_PRESSED, 0);
            grip(divider, MouseEvent.MOUSE_DRAGGED, -60);
            grip(divider, MouseEvent.MOUSE_RELEASED, -60);
        });
        await("higher", () -> lower.getHeight() > before + 40);
        assertThat(driver.session.settings().lowerHeight().orElseThrow())
                .isCloseTo(lower.getHeight(), within(10.0));
    }

    @Test
    void of_runs_of_one_setting_it_is_said_what_is_missing(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 12));
        hands.run("fixed-pool", 2); // cold perhaps, and no repeat of the others then
        hands.run("fixed-pool", 2);
        hands.run("fixed-pool", 2);
        onFx(() ->
                driver.window
                        .chosenRuns()
                        .choose(List.copyOf(driver.session.runs().subList(0, 2))));
        robot.clickOn("#screen-compare");
        await("told", () -> driver.texts("#compare-empty").contains("of one setting"));
        assertThat(driver.texts("#compare-empty")).doesNotContain("Tick at least two runs");
    }

    /// The robot of the headless platform moves with no button down, by which a divider is let go.
    private static void grip(Node divider, EventType<MouseEvent> what, double down) {
        Bounds at = divider.localToScene(divider.getLayoutBounds());
        divider.fireEvent(
                new MouseEvent(
                        what,
                        0,
                        at.getCenterY() + down,
                        0,
                        at.getCenterY() + down,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    @Test
    void runs_that_come_after_a_study_join_its_comparison_until_somebody_ticks(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        List<RunRecord> study = List.copyOf(driver.session.runs());
        onFx(() -> driver.window.chosenRuns().chooseAndJoin(study));
        hands.run("work-stealing", 2);
        hands.awaitVerdicts(3);
        onFx(() -> driver.window.chosenRuns().toggle(study.getFirst()));
        hands.awaitVerdicts(2);
        hands.run("virtual-threads", 2);
        assertThat(driver.window.chosenRuns().property().get()).hasSize(2);
    }

    @Test
    void a_study_is_stopped_and_a_run_can_begin_again(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 400));
        robot.clickOn("#screen-compare").clickOn("#measure-first");
        await("asked", () -> robot.lookup("#measure-pane").tryQuery().isPresent());
        robot.clickOn("#measure-start");
        await("begun", () -> driver.session.measuring().isGoingOn());
        assertThat(robot.lookup("#run").query().isVisible()).isFalse();
        assertThat(driver.texts("#compare-empty"))
                .contains("A study goes on")
                .doesNotContain("Tick at least two runs");
        robot.clickOn("#stop-study");
        await("stopped", () -> !driver.session.measuring().isGoingOn());
        assertThat(driver.texts("#notice")).contains("Stopped after");
        assertThat(robot.lookup("#run").query().isVisible()).isTrue();
    }

    private static void type(FxRobot robot, String field, String text) throws Exception {
        onFx(() -> robot.lookup(field).<TextField>query().setText(text));
    }
}
