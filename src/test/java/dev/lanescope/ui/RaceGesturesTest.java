package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;

/// The walkthrough over the race of compared runs and over what they are aligned by.
@OnScreen
class RaceGesturesTest {

    private static final int HEAD = 132;

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final CompareHands hands = new CompareHands(driver);

    @BeforeEach
    void compare() throws Exception {
        hands.compareTwo(temp);
        hands.focusLanes();
    }

    private String clock(FxRobot robot) {
        return robot.lookup("#race-clock").<Label>query().getText();
    }

    private String speed(FxRobot robot) {
        return robot.lookup("#race-speed-words").<Label>query().getText();
    }

    private double head() throws Exception {
        return read(() -> hands.model().race().headProperty().get().orElse(-1));
    }

    /// How wide the curtains are that hide what has not happened yet, from top to bottom.
    private java.util.List<Double> curtains(FxRobot robot) throws Exception {
        return read(() ->
                robot.lookup(".race-curtain").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(curtain -> curtain.getBoundsInLocal().getWidth())
                        .toList());
    }

    @Test
    void runs_are_replayed_from_the_first_submit_until_the_slowest_has_finished(FxRobot robot)
            throws Exception {
        robot.type(KeyCode.SPACE);
        await("begun", () -> hands.model().race().isOn());
        assertThat(curtains(robot)).hasSize(2);
        assertThat(driver.texts("#race")).contains("0 pages").contains("p/s");
        await("goes on", () -> hands.model().race().headProperty().get().orElse(-1) != 0);
        onFx(() -> {
            while (hands.model().race().playingProperty().get() && !speed(robot).equals("10×")) {
                hands.model().race().hurry(1);
            }
        });
        await("over", () -> !hands.model().race().isOn());
        assertThat(robot.lookup("#race .race-curtain").<Node>queryAll()).noneMatch(this::isSeen);
    }

    private boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void space_pauses_the_race_and_it_waits(FxRobot robot) throws Exception {
        robot.type(KeyCode.SPACE);
        await("begun", () -> hands.model().race().isOn());
        robot.type(KeyCode.SPACE);
        assertThat(read(() -> hands.model().race().playingProperty().get())).isFalse();
        assertThat(read(() -> hands.model().race().isOn())).isTrue();
        assertThat(clock(robot)).contains(" of ");
        robot.clickOn("#race-play");
        assertThat(read(() -> hands.model().race().playingProperty().get())).isTrue();
    }

    @Test
    @Gesture({"Give the tables below more room", "Give the lanes above more room"})
    void the_divider_moves_by_keys_and_stays_where_it_was_left(FxRobot robot) throws Exception {
        Region lower = robot.lookup("#compare-lower").query();
        await("laid out", () -> lower.getHeight() > 100);
        double before = lower.getHeight();
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        await("higher", () -> lower.getHeight() > before + 20);
        assertThat(driver.session.settings().lowerHeight().orElseThrow())
                .isCloseTo(lower.getHeight(), within(10.0));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        await("lower", () -> lower.getHeight() < before - 20);
    }

    @Test
    @Gesture({"Race faster", "Race slower"})
    void the_speed_is_chosen_by_keys_and_by_the_slider(FxRobot robot) throws Exception {
        onFx(() -> hands.model().race().hurry(-100));
        assertThat(speed(robot)).isEqualTo("1/1000×");
        robot.push(KeyCode.SHIFT, KeyCode.PERIOD);
        assertThat(speed(robot)).isEqualTo("1/500×");
        robot.push(KeyCode.SHIFT, KeyCode.COMMA);
        assertThat(speed(robot)).isEqualTo("1/1000×");
        Bounds slider = driver.onScreen("#race-speed");
        robot.clickOn(slider.getCenterX() - 2, slider.getCenterY()); // the middle of its track
        assertThat(speed(robot)).isEqualTo("1/10×");
    }

    @Test
    @Gesture({"Let the race stand at a moment", "End the race and show everything"})
    void dragging_on_the_axis_scrubs_home_goes_back_and_end_shows_all(FxRobot robot)
            throws Exception {
        Bounds race = driver.onScreen("#race");
        double middle = (race.getMinX() + HEAD + race.getMaxX()) / 2;
        robot.drag(race.getMinX() + HEAD + 40, race.getMinY() + 10)
                .dropTo(middle, race.getMinY() + 10);
        await("scrubbed", () -> hands.model().race().isOn());
        double half = head();
        assertThat(half / hands.window().endNanos()).isBetween(0.4, 0.6);
        assertThat(curtains(robot)).allMatch(width -> width > 100);
        robot.type(KeyCode.HOME);
        assertThat(head()).isZero();
        robot.type(KeyCode.END);
        assertThat(read(() -> hands.model().race().isOn())).isFalse();
    }

    @Test
    @Gesture({
        "Align runs by time",
        "Align runs by pages done",
        "Align runs stage by stage",
        "Align runs by the chosen page"
    })
    void the_cursor_means_the_same_in_all_runs_whatever_they_are_aligned_by(FxRobot robot)
            throws Exception {
        Bounds race = driver.onScreen("#race");
        double middle = (race.getMinX() + HEAD + race.getMaxX()) / 2;
        robot.push(KeyCode.SHIFT, KeyCode.P);
        robot.moveTo(race.getMinX() + HEAD, race.getMinY() + 60).moveBy(1, 0);
        assertThat(robot.lookup("#race-moment").<Label>query().getText()).isEqualTo("0 pages");
        robot.moveTo(middle, race.getMinY() + 60).moveBy(1, 0);
        assertThat(robot.lookup("#race-moment").<Label>query().getText())
                .matches("[12]?[0-9] pages|30 pages")
                .isNotEqualTo("0 pages");
        robot.moveTo(race.getMaxX() - 2, race.getMinY() + 60).moveBy(1, 0);
        assertThat(robot.lookup("#race-moment").<Label>query().getText()).isEqualTo("30 pages");
        robot.moveTo(middle, race.getMinY() + 60);
        robot.push(KeyCode.SHIFT, KeyCode.S);
        robot.moveBy(1, 0);
        assertThat(robot.lookup("#race-moment").<Label>query().getText()).matches("\\S+ .*%");
        robot.push(KeyCode.SHIFT, KeyCode.T);
        robot.moveBy(1, 0);
        assertThat(robot.lookup("#race-moment").<Label>query().getText()).endsWith("s");
        assertThat(robot.lookup("#align-page").query().isDisabled()).isTrue();
        robot.clickOn("#matched-list .list-cell");
        var byPage = robot.lookup("#align-page").<ToggleButton>query();
        await("aligned by the page", byPage::isSelected);
        robot.clickOn("#align-time");
        assertThat(byPage.isSelected()).isFalse();
        robot.clickOn(byPage);
        assertThat(byPage.isSelected()).isTrue();
        robot.moveTo(middle, race.getMinY() + 60).moveBy(1, 0);
        assertThat(robot.lookup("#race-moment").<Label>query().getText()).matches("[+−].*s");
    }

    @Test
    void dragging_on_lanes_chooses_the_same_part_of_all_runs_and_an_edge_can_be_moved(FxRobot robot)
            throws Exception {
        Bounds race = driver.onScreen("#race");
        double y = race.getMinY() + 60;
        double left = race.getMinX() + HEAD;
        robot.drag(left + 50, y).dropTo(left + 150, y);
        await("chosen", () -> robot.lookup(".range-band").query().isVisible());
        Bounds band = driver.onScreen(".range-band");
        assertThat(band.getWidth()).isBetween(98.0, 104.0);
        assertThat(band.getHeight()).isGreaterThan(race.getHeight() - 40);
        robot.drag(left + 150, y).dropTo(left + 200, y);
        assertThat(driver.onScreen(".range-band").getWidth()).isBetween(148.0, 154.0);
        robot.type(KeyCode.ESCAPE);
        await("let go", () -> !robot.lookup(".range-band").query().isVisible());
    }
}
