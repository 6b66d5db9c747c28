package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Load;
import dev.lanescope.recording.Folders;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How runs scale, in the real window.
@OnScreen
class ScalingScreenTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final ScalingHands hands = new ScalingHands(driver);

    @Test
    void without_a_sweep_it_says_what_to_do(FxRobot robot) throws Exception {
        robot.clickOn("#screen-scaling");
        assertThat(driver.texts("#scaling-empty")).contains("several numbers of workers");
        assertThat(robot.lookup("#sweep-first").query().isDisabled()).isTrue();
        driver.openPages(Folders.withPages(temp, 3));
        await("ready", () -> !robot.lookup("#sweep-first").query().isDisabled());
    }

    @Test
    void a_law_is_told_with_its_intervals_and_what_it_rests_on() throws Exception {
        hands.showMadeSweeps();
        assertThat(driver.texts("#law"))
                .contains("USL preferred")
                .contains("contention \u03c3 | 0.04")
                .contains("Described by the universal scalability law")
                .contains("Speed-ups are over one worker of the same model.");
        assertThat(hands.rows("#scaling-table").getFirst()).startsWith("1 | 3.").contains("100");
        assertThat(hands.rows("#scaling-table").getLast()).startsWith("16 | ").contains("%");
    }

    @Test
    void too_little_gives_points_and_no_law_and_the_reason(FxRobot robot) throws Exception {
        onFx(() ->
                MadeSweeps.of("fixed-pool", "Platform threads", MadeSweeps.THREADS, List.of(1, 8))
                        .forEach(driver.session::adopt));
        robot.clickOn("#screen-scaling");
        hands.awaitRows(2);
        assertThat(driver.texts("#law"))
                .contains("no law")
                .contains("2 different numbers of workers were measured")
                .contains("it takes at least 4");
        assertThat(hands.rows("#scaling-table").getLast()).endsWith("\u2013 | \u2013");
    }

    @Test
    void beyond_the_cores_runs_are_held_against_the_law_and_are_no_part_of_it(FxRobot robot)
            throws Exception {
        onFx(() ->
                MadeSweeps.of(
                                "fixed-pool",
                                "Platform threads",
                                MadeSweeps.THREADS,
                                List.of(1, 2, 4, 8, 16, 24))
                        .forEach(driver.session::adopt));
        robot.clickOn("#screen-scaling");
        hands.awaitRows(6);
        assertThat(driver.texts("#law"))
                .contains("fitted to 25 runs by 1 to 16 workers")
                .contains("Beyond the 16 cores everything changes");
        assertThat(hands.rows("#scaling-table").getLast()).startsWith("24 > cores");
    }

    @Test
    void a_load_fills_in_what_makes_it_and_a_weight_that_is_none_is_refused(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 3));
        robot.clickOn("#screen-scaling").clickOn("#sweep-first");
        await("asked", () -> robot.lookup("#sweep-pane").tryQuery().isPresent());
        ComboBox<Load> load = robot.lookup("#sweep-load").query();
        TextField read = robot.lookup("#sweep-read-latency").query();
        TextField weight = robot.lookup("#sweep-cpu-weight").query();
        robot.interact(() -> load.setValue(Load.IO));
        assertThat(List.of(weight.getText(), read.getText())).containsExactly("1", "20");
        robot.interact(() -> load.setValue(Load.CPU));
        assertThat(List.of(weight.getText(), read.getText())).containsExactly("8", "0");
        hands.type("#sweep-cpu-weight", "0");
        assertThat(robot.lookup("#sweep-start").query().isDisabled()).isTrue();
        assertThat(driver.texts("#sweep-pane")).contains("Pages are made from 1 to 1000 times");
    }

    @Test
    void the_workers_are_swept_from_the_window_and_then_shown(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 100));
        robot.clickOn("#screen-scaling").clickOn("#sweep-first");
        await("asked", () -> robot.lookup("#sweep-pane").tryQuery().isPresent());
        hands.type("#sweep-workers", "few");
        assertThat(robot.lookup("#sweep-start").query().isDisabled()).isTrue();
        assertThat(driver.texts("#sweep-pane")).contains("\u201cfew\u201d is none");
        hands.type("#sweep-workers", "2-3");
        hands.type("#sweep-repeats", "1");
        assertThat(driver.texts("#sweep-pane"))
                .contains("3 numbers of workers and Sequential \u00d7 1 round = 4 runs");
        robot.clickOn("#sweep-start");
        await("begun", () -> driver.session.measuring().isGoingOn());
        assertThat(robot.lookup("#study").query().isVisible()).isTrue();
        await("over", () -> !driver.session.measuring().isGoingOn());
        hands.awaitRows(3);
        assertThat(driver.texts("#law")).contains("no law");
        assertThat(driver.session.runs()).hasSize(4);
        assertThat(driver.texts("#scaling-doubts"))
                .as("what weakens it stands above the curve")
                .contains("1 repeat cannot carry 95 % certainty");
    }

    @Test
    void rules_of_thumb_are_held_against_the_sweep_and_the_missing_is_measured(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 8));
        robot.clickOn("#screen-scaling").clickOn("#sweep-first");
        await("asked", () -> robot.lookup("#sweep-pane").tryQuery().isPresent());
        hands.type("#sweep-workers", "1-2");
        hands.type("#sweep-repeats", "1");
        robot.clickOn("#sweep-start");
        hands.awaitRows(2);
        robot.clickOn("#show-rules");
        List<String> before = hands.rows("#rules-table");
        assertThat(before).hasSize(14).anyMatch(row -> row.contains("the best"));
        assertThat(before)
                .filteredOn(row -> row.startsWith("min(32, pages) | "))
                .singleElement()
                .asString()
                .startsWith("min(32, pages) | 8 | not measured | NoDupeLabs");
        robot.clickOn("#measure-rules");
        await("begun", () -> driver.session.measuring().isGoingOn());
        await("over", () -> !driver.session.measuring().isGoingOn());
        await(
                "judged",
                () ->
                        hands.rowsNow("#rules-table").stream()
                                .noneMatch(row -> row.contains("not measured")));
    }

    @Test
    void a_grid_of_processes_and_threads_is_a_map_and_a_table_with_the_best_cell(FxRobot robot)
            throws Exception {
        onFx(() -> MadeSweeps.grid(List.of(1, 2, 4), List.of(1, 2)).forEach(driver.session::adopt));
        robot.clickOn("#screen-scaling");
        await("told", () -> hands.rowsNow("#grid-table").size() == 6);
        robot.clickOn("#show-grid");
        await("shown", () -> robot.lookup("#grid").query().isVisible());
        List<String> rows = hands.rows("#grid-table");
        assertThat(rows).hasSize(6);
        assertThat(rows.get(4)).startsWith("4 | 1 | 4 | 25").contains("the best");
        assertThat(rows.getFirst()).startsWith("1 | 1 | 1 | ").doesNotContain("the best");
        assertThat(driver.texts("#grid")).contains("Best: 4 processes with 1 thread each");
        robot.interact(() -> robot.lookup("#grid-table").<TableView<?>>query().requestFocus());
        robot.push(KeyCode.DOWN);
        assertThat(robot.lookup("#grid-table").<TableView<?>>query().getSelectionModel())
                .extracting(model -> model.getSelectedIndex())
                .isIn(0, 1); // of a table where nothing was chosen
        robot.clickOn("#show-curve");
        await("curve", () -> !robot.lookup("#grid").query().isVisible());
    }

    @Test
    void the_pane_asks_for_both_sides_of_a_grid_where_a_model_has_one(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 3));
        onFx(() -> driver.session.modelProperty().set(Models.byId("hybrid").orElseThrow()));
        robot.clickOn("#screen-scaling").clickOn("#sweep-first");
        await("asked", () -> robot.lookup("#sweep-pane").tryQuery().isPresent());
        assertThat(robot.lookup("#sweep-workers").query().isVisible()).isFalse();
        hands.type("#sweep-processes", "1-3");
        hands.type("#sweep-threads", "1,2");
        assertThat(driver.texts("#sweep-pane"))
                .contains("3 × 2 ways to part the workers and Sequential × 5 rounds = 35 runs");
        hands.type("#sweep-threads", "65");
        assertThat(robot.lookup("#sweep-start").query().isDisabled()).isTrue();
    }

    @Test
    void a_sweep_is_stopped(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 100));
        robot.clickOn("#screen-scaling").clickOn("#sweep-first");
        await("asked", () -> robot.lookup("#sweep-pane").tryQuery().isPresent());
        robot.clickOn("#sweep-start");
        await("begun", () -> driver.session.measuring().isGoingOn());
        robot.clickOn("#stop-study");
        await("stopped", () -> !driver.session.measuring().isGoingOn());
        assertThat(driver.texts("#notice")).contains("Stopped after");
    }

    @Test
    void what_was_asked_is_written_down_run_and_written_down(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 100));
        for (int workers : List.of(1, 2)) {
            onFx(() -> {
                driver.session.modelProperty().set(Models.byId("fixed-pool").orElseThrow());
                driver.session.workersProperty().set(workers);
            });
            driver.run();
        }
        robot.clickOn("#screen-scaling");
        hands.awaitRows(2);
        await(
                "replayed",
                () -> robot.lookup("#what-if-base").<ComboBox<?>>query().getValue() != null);
        assertThat(robot.lookup("#what-if-base").<ComboBox<?>>query().getValue())
                .hasToString("Platform threads \u00d7 1");
        robot.clickOn("#what-if-workers .text-field").push(KeyCode.CONTROL, KeyCode.A).write("3");
        robot.clickOn("#run-what-if");
        await("written", () -> driver.ledger.read().entries().size() == 1);
        await("measured", () -> driver.ledger.read().entries().getFirst().outcome().isPresent());
        await("shown", () -> !hands.rowsNow("#ledger").isEmpty());
        assertThat(hands.rows("#ledger").getFirst())
                .startsWith("Platform threads \u00d7 3 | ")
                .contains("Platform threads \u00d7 1, 1 run");
        assertThat(Files.readAllLines(driver.ledger.file())).hasSize(3);
        hands.awaitRows(3);
    }
}
