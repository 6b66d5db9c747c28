package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.StretchStatistics;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.figures.Figures;
import dev.lanescope.ui.timeline.Brushed;
import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

import java.util.Locale;
import java.util.Optional;

/// Figures of a run that goes on follow it, and building them anew disturbs nobody who uses them.
@OnScreen
class LiveFiguresTest {

    private static final long STEP = 1_000_000;

    private final Trace live = new Trace(Traces.info(2, 10), Traces.STARTING);
    private long now = STEP;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    /// One more page is parsed on both lanes, and the window sees the run as it is now.
    private boolean grow() {
        for (int number = 0; number < 2; number++) {
            Lane lane = live.lane(number);
            lane.append(now, Traces.PARSE, number, Lane.NOT_READ);
            lane.append(now + STEP / 2 + number * 1000L, Traces.IDLE, Lane.NO_ITEM, Lane.NOT_READ);
        }
        now += STEP;
        driver.timeline().show(Optional.of(live.snapshot(() -> now)));
        return true;
    }

    private static TableView<?> table(FxRobot robot, String id) {
        return (TableView<?>) robot.lookup(id).query();
    }

    private static int parsed(FxRobot robot) {
        return table(robot, "#figures").getItems().stream()
                .map(StretchStatistics.Row.class::cast)
                .filter(row -> row.state() == Traces.PARSE)
                .mapToInt(row -> row.spans().count())
                .findFirst()
                .orElse(0);
    }

    private void showFirst(FxRobot robot, String view) throws Exception {
        driver.timeline().shownProperty().get();
        read(this::grow);
        read(() -> {
            robot.lookup(view).queryAs(ToggleButton.class).fire();
            return true;
        });
    }

    @Test
    void the_table_of_spans_follows_a_run_that_goes_on(FxRobot robot) throws Exception {
        showFirst(robot, "#show-spans");
        await("some rows", () -> table(robot, "#spans").getItems().size() >= 6);
        int before = read(() -> table(robot, "#spans").getItems().size());
        await("more rows", () -> grow() && table(robot, "#spans").getItems().size() > before);
    }

    @Test
    void the_table_of_statistics_follows_a_run_that_goes_on(FxRobot robot) throws Exception {
        showFirst(robot, "#show-statistics");
        await("some", () -> parsed(robot) > 0);
        int before = read(() -> parsed(robot));
        await("more", () -> grow() && parsed(robot) > before);
    }

    @Test
    void rows_of_the_run_before_are_gone_when_another_begins(FxRobot robot) throws Exception {
        read(() -> {
            driver.timeline().show(Optional.of(Traces.random(3)));
            return true;
        });
        read(() -> {
            robot.lookup("#show-" + Figures.SPANS.toLowerCase(Locale.ROOT))
                    .queryAs(ToggleButton.class)
                    .fire();
            return true;
        });
        await("rows", () -> !table(robot, "#spans").getItems().isEmpty());
        read(this::grow);
        await("its own rows", () -> table(robot, "#spans").getItems().size() == 6);
    }

    @Test
    void the_keyboard_stays_on_a_link_of_the_inspector_while_it_is_built_anew(FxRobot robot)
            throws Exception {
        for (int page = 0; page < 5; page++) {
            read(this::grow);
        }
        read(() -> {
            driver.timeline().choose(new Chosen(0, 3));
            return true;
        });
        await("told", () -> robot.lookup("#span").lookup(".hyperlink").tryQuery().isPresent());
        Node old =
                read(() -> {
                    Node link = robot.lookup("#span").lookup(".hyperlink").query();
                    link.requestFocus();
                    return link;
                });
        await("built anew", () -> grow() && old.getScene() == null);
        Node owner = read(() -> driver.window.scene().getFocusOwner());
        assertThat(owner).isInstanceOf(Hyperlink.class);
        assertThat(((Hyperlink) owner).getText()).isEqualTo(((Hyperlink) old).getText());
    }

    @Test
    void bars_that_were_lit_up_stay_so_while_the_figures_change(FxRobot robot) throws Exception {
        for (int page = 0; page < 5; page++) {
            read(this::grow);
        }
        read(() -> {
            driver.timeline().choose(new Chosen(0, 3));
            return true;
        });
        await("histogram", () -> robot.lookup("#histogram").tryQuery().isPresent());
        read(() -> {
            robot.lookup("#histogram").query().requestFocus();
            return true;
        });
        robot.push(KeyCode.RIGHT);
        await("lit", () -> driver.timeline().brushProperty().get().isPresent());
        Brushed lit = read(() -> driver.timeline().brushProperty().get().orElseThrow());
        String said = read(() -> robot.lookup("#histogram").query().getAccessibleText());
        await(
                "other figures",
                () ->
                        grow()
                                && !robot.lookup("#histogram")
                                        .query()
                                        .getAccessibleText()
                                        .equals(said));
        assertThat(driver.timeline().brushProperty().get()).contains(lit);
        assertThat(read(() -> robot.lookup("#histogram").query().getAccessibleText()))
                .contains(" to ");
        assertThat(read(() -> driver.window.scene().getFocusOwner().getId()))
                .isEqualTo("histogram");
    }
}
