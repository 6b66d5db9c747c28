package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.chart.TimeWindow;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;

/// The walkthrough over the screen of compared runs: keys and clicks.
@OnScreen
class CompareGesturesTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final CompareHands hands = new CompareHands(driver);

    @Test
    @Gesture({"Show the timeline", "Compare runs"})
    void the_screens_are_changed_by_keys_and_by_tabs(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await("compare", () -> robot.lookup("#compare").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        await("timeline", () -> !robot.lookup("#compare").query().isVisible());
        robot.clickOn("#screen-compare");
        await("compare by its tab", () -> robot.lookup("#compare").query().isVisible());
        robot.clickOn("#screen-compare");
        assertThat(robot.lookup("#compare").query().isVisible()).isTrue();
    }

    @Test
    @Gesture({"Compare the shown run too, or no more", "Compare a run, or no more"})
    void a_run_is_taken_out_of_the_comparison_and_put_back(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await("taken out", () -> robot.lookup("#compare-empty").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        await("put back", () -> !robot.lookup("#compare-empty").query().isVisible());
        Node card = card(robot);
        onFx(() -> card.fireEvent(pressWithControl()));
        await("taken out again", () -> robot.lookup("#compare-empty").query().isVisible());
        robot.clickOn("#runs .list-cell .compare-tick");
        await("ticked again", () -> !robot.lookup("#compare-empty").query().isVisible());
        assertThat(hands.verdicts()).hasSize(2);
    }

    @Test
    @Gesture("Hold all runs against the chosen one")
    void all_runs_are_held_against_the_one_that_people_choose(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        assertThat(hands.verdicts()).filteredOn(row -> row.contains("the baseline")).hasSize(1);
        TableView<?> table = robot.lookup("#verdicts").query();
        String first = hands.verdicts().getFirst();
        onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().select(first.contains("the baseline") ? 1 : 0);
        });
        robot.type(KeyCode.B);
        await(
                "turned round",
                () ->
                        table.getItems().size() == 2
                                && !first.contains("the baseline")
                                        == hands.verdicts().getFirst().contains("the baseline"));
        assertThat(driver.texts("#stack-panel")).contains("as the baseline");
    }

    /// The first of those that show a run; a list keeps some that show none.
    private static Node card(FxRobot robot) {
        return robot.lookup("#runs .list-cell").<ListCell<?>>queryAll().stream()
                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /// The headless platform does not tell the mouse of keys that are held.
    private static MouseEvent pressWithControl() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                20,
                20,
                20,
                20,
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    @Test
    void all_runs_are_zoomed_and_moved_together_and_zero_shows_all(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        TimeWindow all = hands.window();
        robot.moveTo("#race").scroll(3, javafx.geometry.VerticalDirection.UP);
        await(
                "zoomed",
                () ->
                        driver.window.comparing().axis().windowProperty().get().nanos()
                                < all.nanos());
        TimeWindow zoomed = hands.window();
        robot.drag("#race", MouseButton.MIDDLE).moveBy(60, 0).drop();
        assertThat(hands.window().startNanos()).isLessThan(zoomed.startNanos());
        assertThat(hands.window().nanos()).isCloseTo(zoomed.nanos(), within(1.0));
        robot.type(KeyCode.DIGIT0);
        assertThat(hands.window()).isEqualTo(all);
        robot.type(KeyCode.W);
        assertThat(hands.window().nanos()).isLessThan(all.nanos());
    }

    @Test
    void the_pointer_tells_how_many_pages_each_run_had_done(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        var race = driver.onScreen("#race");
        robot.moveTo(race.getMaxX() - 3, race.getMinY() + 60);
        assertThat(driver.texts("#race")).contains("30 pages");
        assertThat(robot.lookup("#race .race-count").queryAll()).hasSize(2);
        robot.moveTo(race.getMinX() + 133, race.getMinY() + 60);
        assertThat(driver.texts("#race")).contains("0 pages");
    }

    @Test
    @Gesture("The same page in the next run")
    void a_clicked_span_says_what_it_was_and_a_page_is_found_in_every_run(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        var race = driver.onScreen("#race");
        double beginning = race.getMinX() + 132 + 3; // which even a much shorter run has
        robot.clickOn(beginning, race.getMinY() + 24 + 22 + 4);
        await(
                "span told",
                () -> hands.picked().matches(".* of (Platform threads|Sequential) × \\d.*"));
        robot.clickOn("#matched-list .list-cell");
        await("page told", () -> hands.picked().contains(" took "));
        await("slack told", () -> hands.pickedAndSlack().contains(", slack "));
        assertThat(hands.picked())
                .contains(" took ")
                .contains("in Platform threads × 2")
                .contains("in Sequential × 1");
        hands.focusLanes();
        String here = hands.picked();
        robot.type(KeyCode.N);
        await("the other run's span told", () -> !hands.picked().equals(here));
        robot.type(KeyCode.N);
        await("and back", () -> hands.picked().equals(here));
        robot.type(KeyCode.ESCAPE);
        await("let go", () -> hands.picked().startsWith("Space races"));
    }
}
