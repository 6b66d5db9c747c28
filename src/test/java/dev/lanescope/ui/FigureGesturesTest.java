package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;

/// The walkthrough, sixth part: figures of what is selected.
@OnScreen
class FigureGesturesTest extends OnThreeLanes {

    @Test
    @Gesture({
        "Show Charts",
        "Show Flame graph",
        "Show Heat map",
        "Show Spans",
        "Show Statistics",
        "Show JVM events",
        "Show Notes",
        "Show Bottlenecks",
        "Show Counters"
    })
    void alt_and_a_digit_show_a_view_below_the_lanes(FxRobot robot) throws Exception {
        var digits =
                List.of(
                        KeyCode.DIGIT2,
                        KeyCode.DIGIT3,
                        KeyCode.DIGIT4,
                        KeyCode.DIGIT5,
                        KeyCode.DIGIT6,
                        KeyCode.DIGIT7,
                        KeyCode.DIGIT8,
                        KeyCode.DIGIT9,
                        KeyCode.DIGIT1);
        var views =
                List.of(
                        "flame-graph",
                        "heat-map",
                        "spans",
                        "statistics",
                        "jvm-events",
                        "notes",
                        "bottlenecks",
                        "counters",
                        "charts");
        for (int view = 0; view < views.size(); view++) {
            robot.push(KeyCode.ALT, digits.get(view));
            ToggleButton button = robot.lookup("#show-" + views.get(view)).query();
            assertThat(button.isSelected()).as(views.get(view)).isTrue();
        }
    }

    @Test
    @Gesture("Light up the spans of a bar")
    void pointing_at_the_histogram_lights_up_its_spans_on_the_lanes(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 140));
        await("histogram", () -> robot.lookup("#histogram").tryQuery().isPresent());
        Node histogram = robot.lookup("#histogram").query();
        await("drawn", () -> histogram.getBoundsInLocal().getWidth() > 50);
        robot.clickOn(histogram).type(KeyCode.RIGHT);
        await("lit up", () -> hands.timeline().brushProperty().get().isPresent());
    }

    @Test
    @Gesture({"Copy what the inspector says", "Copy it as CSV"})
    void what_the_inspector_says_is_copied_as_text_and_as_csv() throws Exception {
        hands.drag(1, 40, 1, 240);
        hands.command("Copy what the inspector says");
        assertThat(clipboard()).contains("parse");
        hands.command("Copy it as CSV");
        assertThat(clipboard()).startsWith("state,spans,inside_ns,share").contains("parse,1,");
    }

    private static String clipboard() throws Exception {
        return read(() -> Clipboard.getSystemClipboard().getString());
    }
}
