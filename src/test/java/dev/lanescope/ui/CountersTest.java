package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.Traces;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;

/// What was counted beside the lanes: all of it can be reached, and it says what it stood at.
@OnScreen
class CountersTest {

    private static final int COUNTERS = 40;

    @TempDir Path folder;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    /// Forty counters over 100 ms, the first of which swings from 30 to -10 in the middle; the last
    /// has fractions.
    @BeforeEach
    void open() throws Exception {
        open(1);
    }

    private void open(int lanes) throws Exception {
        var trace = new Trace(Traces.info(lanes, 0), Traces.STARTING);
        trace.lane(lanes - 1);
        for (int number = 1; number < COUNTERS; number++) {
            Counter counter = trace.counter("queue " + number);
            counter.append(0, number == 1 ? 30 : number);
            counter.append(50_000_000, number == 1 ? -10 : 2L * number);
        }
        trace.counter("load (thousandths)").append(10, 1_250);
        trace.finish(100_000_000);
        Path file = folder.resolve("counters-" + lanes + ".lanescope");
        TraceFile.write(Traces.finished(trace), file);
        onFx(() -> driver.window.open(file));
        await(
                "opened",
                () ->
                        driver.timeline()
                                .shownProperty()
                                .get()
                                .filter(shown -> shown.lanes().size() == lanes)
                                .isPresent());
        await("shown", () -> driver.robot.lookup("#counters").query().isVisible());
        await("laid out", () -> driver.robot.lookup("#counters").query().getLayoutY() > 100);
    }

    private static String card(FxRobot robot) throws Exception {
        return read(() ->
                robot.from(robot.lookup("#counters").<Node>query())
                        .lookup(".plot-card")
                        .<Label>query()
                        .getText());
    }

    private void pointAt(double share, double y) throws Exception {
        Bounds pane = driver.onScreen("#counters");
        double left = pane.getMinX() + Hands.HEAD;
        driver.robot.moveTo(left + share * (pane.getMaxX() - left), pane.getMinY() + y);
    }

    @Test
    void of_very_many_a_button_says_how_many_more_there_are_and_shows_all(FxRobot robot)
            throws Exception {
        Button more = robot.lookup("#more-counters").query();
        assertThat(more.getText()).isEqualTo("32 more");
        assertThat(more.getAccessibleText()).isEqualTo("Show 32 more counters");
        double before = driver.onScreen("#counters").getHeight();
        robot.clickOn(more);
        assertThat(driver.onScreen("#counters").getHeight()).isGreaterThan(before);
        assertThat(more.getText()).isEqualTo("fewer");
        ScrollBar bar =
                robot.from(robot.lookup("#counters").<Node>query()).lookup(".scroll-bar").query();
        assertThat(bar.isVisible()).isTrue();
        onFx(() -> bar.setValue(bar.getMax()));
        QuickRobot.settle();
        pointAt(0.9, driver.onScreen("#counters").getHeight() - 20 - 5);
        assertThat(card(robot))
                .as("the last of all, in its own unit")
                .startsWith("load  1.25 at ")
                .endsWith("from 0 to 1.25");
        robot.clickOn(more);
        assertThat(more.getText()).isEqualTo("32 more");
        assertThat(driver.onScreen("#counters").getHeight()).isEqualTo(before);
    }

    @Test
    void however_many_there_are_a_third_of_a_low_window_stays_to_the_lanes(FxRobot robot)
            throws Exception {
        open(16);
        onFx(() -> {
            robot.window(0).setWidth(1100);
            robot.window(0).setHeight(700);
        });
        onFx(() -> robot.lookup("#more-counters").<Button>query().fire());
        QuickRobot.settle();
        double all =
                read(() ->
                        robot.lookup("#lanes").query().getParent().getLayoutBounds().getHeight());
        await("a third", () -> driver.onScreen("#lanes").getHeight() >= Math.floor(all / 3));
        Bounds counters = driver.onScreen("#counters");
        assertThat(counters.getHeight()).as("some rows can be seen").isGreaterThan(3 * 15);
        Bounds below = driver.onScreen("#lower-views");
        assertThat(below.getMaxY())
                .as("nothing is pushed out")
                .isLessThanOrEqualTo(robot.window(0).getY() + robot.window(0).getHeight());
    }

    @Test
    void what_is_below_nothing_is_shown_and_told(FxRobot robot) throws Exception {
        pointAt(0.75, 8);
        assertThat(card(robot)).startsWith("queue 1  \u221210 at ").endsWith("from \u221210 to 30");
        assertThat(read(() -> driver.timeline().cursorProperty().get())).isPresent();
        Image image = picture(robot);
        int solid = driver.appearance.palette().ground().accentEmphasis();
        int early = (int) (Hands.HEAD + 0.25 * (image.getWidth() - Hands.HEAD));
        int late = (int) (Hands.HEAD + 0.7 * (image.getWidth() - Hands.HEAD));
        int row = 12; // of the low rows, in which the first counter lies
        assertThat(highest(image, early, row, solid)).isLessThan(highest(image, late, row, solid));
        assertThat(highest(image, late, row, solid)).as("below 0").isGreaterThan(row / 2);
    }

    private static int highest(Image image, int x, int most, int colour) {
        int y = 0;
        while (y < most && image.getPixelReader().getArgb(x, y) != colour) {
            y++;
        }
        return y;
    }

    @Test
    void low_rows_too_say_what_they_stood_at_under_the_pointer(FxRobot robot) throws Exception {
        Image before = picture(robot);
        pointAt(0.25, 8);
        Image early = picture(robot);
        pointAt(0.75, 8);
        assertThat(differs(early, picture(robot))).as("at another moment").isTrue();
        assertThat(differs(before, early)).as("without a pointer").isTrue();
    }

    /// Of the rows, without the card above them.
    private static Image picture(FxRobot robot) throws Exception {
        Node counters = robot.lookup("#counters").query();
        return read(() -> {
            var rows = new SnapshotParameters();
            Bounds its = counters.localToParent(counters.getLayoutBounds());
            rows.setViewport(
                    new Rectangle2D(its.getMinX(), its.getMinY(), its.getWidth(), its.getHeight()));
            return counters.snapshot(rows, null);
        });
    }

    /// In the figures of the second row.
    private static boolean differs(Image one, Image other) {
        for (int y = 16; y < 29; y++) {
            for (int x = 50; x < Hands.HEAD - 2; x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }
}
