package dev.lanescope.ui;

import static dev.lanescope.ui.Hands.MS;
import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Span;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;

/// The walkthrough, fourth part: looking for words, pages and times.
@OnScreen
class SearchGesturesTest extends OnThreeLanes {

    private static void look(FxRobot robot, String words) throws Exception {
        robot.type(KeyCode.SLASH);
        await("field ready", () -> robot.lookup("#find").query().isFocused());
        robot.write(words);
    }

    private static String status(FxRobot robot) throws Exception {
        return read(() -> robot.lookup("#find-status").<Label>query().getText());
    }

    private Span found() throws Exception {
        return read(() -> hands.timeline().chosenSpan().orElseThrow());
    }

    @Test
    @Gesture({"Find a page, stage or time", "Next, previous match"})
    void enter_and_shift_enter_go_from_match_to_match(FxRobot robot) throws Exception {
        look(robot, "parse");
        assertThat(robot.lookup("#find").<TextField>query().getText())
                .as("the slash that leads there is not typed")
                .isEqualTo("parse");
        assertThat(status(robot)).isEqualTo("4");
        robot.type(KeyCode.ENTER);
        assertThat(status(robot)).isEqualTo("1 of 4");
        assertThat(found().startNanos()).isEqualTo(20_000_000);
        robot.type(KeyCode.ENTER);
        assertThat(status(robot)).isEqualTo("2 of 4");
        assertThat(found().startNanos()).isEqualTo(40_000_000);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(status(robot)).isEqualTo("1 of 4");
        robot.type(KeyCode.ESCAPE);
        assertThat(read(() -> hands.timeline().finder().isLooking())).isFalse();
        robot.type(KeyCode.W);
        assertThat(hands.width()).as("keys are commands again").isLessThan(400 * MS);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(robot.lookup("#find").query().isFocused()).isTrue();
    }

    @Test
    @Gesture({"Next match", "Previous match"})
    void f3_goes_on_wherever_the_keys_are(FxRobot robot) throws Exception {
        look(robot, "write");
        robot.clickOn(hands.at(2, 20)).type(KeyCode.F3);
        assertThat(found().startNanos()).isEqualTo(80_000_000);
        robot.type(KeyCode.F3);
        assertThat(found().startNanos()).isEqualTo(240_000_000);
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        assertThat(found().startNanos()).isEqualTo(80_000_000);
    }

    @Test
    void matches_are_marked_on_the_overview_until_they_are_let_go(FxRobot robot) throws Exception {
        Image before = read(() -> overview(robot));
        look(robot, "parse");
        await("marked", () -> differ(before, overview(robot)));
        robot.type(KeyCode.ESCAPE);
        await("unmarked", () -> !differ(before, overview(robot)));
    }

    @Test
    void a_match_on_a_hidden_lane_brings_the_lane_back(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(0, 50)).type(KeyCode.H);
        assertThat(read(() -> hands.timeline().arrangement().rows().hasRow(0))).isFalse();
        look(robot, "page 1");
        robot.type(KeyCode.ENTER);
        assertThat(found().lane()).isZero();
        assertThat(read(() -> hands.timeline().arrangement().rows().hasRow(0))).isTrue();
    }

    @Test
    void a_page_that_was_looked_for_is_chosen_as_a_whole(FxRobot robot) throws Exception {
        for (String words : new String[] {"page 2", "page-1.md"}) {
            look(robot, words);
            robot.type(KeyCode.ENTER);
            ItemVisit page = read(() -> hands.timeline().chosenPage().orElseThrow());
            assertThat(page.startNanos()).isEqualTo(10_000_000);
            assertThat(page.endNanos()).isEqualTo(240_000_000);
            assertThat(status(robot)).startsWith("1 of ");
            robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        }
    }

    @Test
    void slices_of_another_tool_are_gone_to_at_whatever_depth_they_lie(FxRobot robot)
            throws Exception {
        Path file = temp.resolve("nested.json");
        Files.writeString(
                file,
                """
                [{"name":"load","ph":"X","ts":0,"dur":1000,"pid":1,"tid":1},
                 {"name":"parse","ph":"X","ts":100,"dur":500,"pid":1,"tid":1},
                 {"name":"line","ph":"X","ts":200,"dur":300,"pid":1,"tid":1},
                 {"name":"word","ph":"X","ts":250,"dur":100,"pid":1,"tid":1},
                 {"name":"parse","ph":"X","ts":700,"dur":200,"pid":1,"tid":1}]
                """);
        onFx(() -> driver.window.open(file));
        await(
                "opened",
                () ->
                        hands.timeline()
                                .shownProperty()
                                .get()
                                .filter(trace -> trace.info().isForeign())
                                .isPresent());
        onFx(hands.lanes()::requestFocus);
        robot.moveTo(hands.at(0, 0.05));
        assertThat(hands.card()).as("its own time, its name once").isEqualTo("load  100.0 µs");
        look(robot, "parse");
        assertThat(status(robot)).isEqualTo("2");
        robot.type(KeyCode.ENTER);
        NestedSlice slice = read(() -> hands.timeline().chosenSlice().orElseThrow());
        assertThat(slice).isEqualTo(new NestedSlice(0, 1, 100_000, 600_000, slice.item()));
        assertThat(driver.texts("#range")).contains("parse");
        robot.type(KeyCode.ENTER);
        assertThat(status(robot)).isEqualTo("2 of 2");
        assertThat(found().startNanos()).isEqualTo(700_000);
        robot.type(KeyCode.ENTER);
        assertThat(read(() -> hands.timeline().chosenSlice())).hasValue(slice);
        robot.type(KeyCode.ESCAPE);
        look(robot, "line");
        robot.type(KeyCode.ENTER);
        assertThat(read(() -> hands.timeline().chosenSlice().orElseThrow().depth())).isEqualTo(2);
    }

    @Test
    void a_command_from_the_palette_leaves_the_search_as_it_was(FxRobot robot) throws Exception {
        look(robot, "parse");
        robot.type(KeyCode.ENTER);
        hands.command("Next match");
        assertThat(status(robot)).isEqualTo("2 of 4");
        assertThat(robot.lookup("#find").<TextField>query().getText()).isEqualTo("parse");
    }

    private static Image overview(FxRobot robot) {
        return robot.lookup("#overview").<Node>query().snapshot(null, null);
    }

    private static boolean differ(Image one, Image other) {
        var left = one.getPixelReader();
        var right = other.getPixelReader();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (left.getArgb(x, y) != right.getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    @Gesture("A stretch of time")
    void a_typed_stretch_of_time_is_shown(FxRobot robot) throws Exception {
        look(robot, "0.1s..0.2s");
        assertThat(status(robot)).isEqualTo("Enter goes there");
        robot.type(KeyCode.ENTER);
        assertThat(hands.start()).isCloseTo(100 * MS, within(1.0));
        assertThat(hands.width()).isCloseTo(100 * MS, within(1.0));
    }

    @Test
    @Gesture("A page by its number")
    void a_page_is_found_by_its_number(FxRobot robot) throws Exception {
        look(robot, "page 4");
        assertThat(status(robot)).as("it stayed on one lane").isEqualTo("1");
        robot.type(KeyCode.ENTER);
        assertThat(found().item()).as("the fourth page is number 3").isEqualTo(3);
        assertThat(found().startNanos()).isEqualTo(130_000_000);
    }
}
