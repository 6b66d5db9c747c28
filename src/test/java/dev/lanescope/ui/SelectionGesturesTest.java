package dev.lanescope.ui;

import static dev.lanescope.ui.Hands.MS;
import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Note;
import dev.lanescope.ui.timeline.Chosen;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;

/// The walkthrough, third part: selecting, measuring, notes.
@OnScreen
class SelectionGesturesTest extends OnThreeLanes {

    @Test
    @Gesture("Select a range of time and lanes")
    void a_drag_selects_time_on_the_lanes_under_it_and_snaps_to_edges(FxRobot robot)
            throws Exception {
        hands.drag(1, 41, 2, 301);
        Stretch range = hands.range();
        assertThat(range.lanes()).containsExactly(1, 2);
        assertThat(range.startNanos()).as("the edge of a span, 1 ms away").isEqualTo(40_000_000);
        assertThat(range.endNanos()).as("likewise, on the other lane").isEqualTo(300_000_000);
        assertThat(driver.texts("#range")).contains("260.0 ms");
        robot.type(KeyCode.ESCAPE);
        assertThat(read(() -> hands.timeline().rangeProperty().get())).isEmpty();
    }

    @Test
    @Gesture("Move an edge of the range")
    void an_edge_of_the_range_can_be_moved(FxRobot robot) throws Exception {
        hands.drag(1, 40, 1, 240);
        robot.moveTo(hands.at(1, 240))
                .press(MouseButton.PRIMARY)
                .moveTo(hands.at(1, 320))
                .release(MouseButton.PRIMARY);
        assertThat((double) hands.range().endNanos()).isCloseTo(320 * MS, within(2 * MS));
        assertThat(hands.range().startNanos()).isEqualTo(40_000_000);
        robot.moveTo(hands.at(1, 40))
                .press(MouseButton.PRIMARY)
                .moveTo(hands.at(1, 11))
                .release(MouseButton.PRIMARY);
        assertThat(hands.range().startNanos()).isEqualTo(10_000_000);
        assertThat(hands.range().lanes()).containsExactly(1);
    }

    @Test
    @Gesture({"Span to range, then all lanes", "Select all in sight"})
    void r_makes_a_range_of_a_span_and_control_a_takes_all_in_sight(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 140)).type(KeyCode.R);
        assertThat(hands.range()).isEqualTo(new Stretch(40_000_000, 240_000_000, List.of(1)));
        robot.type(KeyCode.R);
        assertThat(hands.range().lanes()).containsExactly(0, 1, 2);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(hands.range()).isEqualTo(new Stretch(0, 400_000_000, List.of(0, 1, 2)));
    }

    @Test
    @Gesture({"Longer by a span", "Shorter by a span"})
    void shift_and_arrows_make_the_range_longer_or_shorter_by_a_span(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 20)).type(KeyCode.R);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(hands.range().endNanos()).isEqualTo(240_000_000);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(hands.range().endNanos()).isEqualTo(40_000_000);
    }

    @Test
    @Gesture({"Begin a span earlier", "Begin a span later"})
    void with_alt_too_the_arrows_move_the_other_edge(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(1, 140)).type(KeyCode.R);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(hands.range()).isEqualTo(new Stretch(10_000_000, 240_000_000, List.of(1)));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(hands.range()).isEqualTo(new Stretch(40_000_000, 240_000_000, List.of(1)));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(hands.range().nanos()).as("a nanosecond stays").isEqualTo(1);
    }

    @Test
    void a_screen_reader_hears_of_every_step_what_it_led_to(FxRobot robot) throws Exception {
        assertThat(heard()).startsWith("Lanes of the workers over time, 3 lanes. Comma and");
        robot.clickOn(hands.at(1, 140));
        assertThat(heard())
                .startsWith("parse, 200.0 ms, ch1/page-1.md, from 40.00 ms, span 4 of 5 on")
                .endsWith("lane 2 of 3");
        robot.type(KeyCode.PERIOD);
        assertThat(heard()).startsWith("idle, 160.0 ms, from 240.0 ms, span 5 of 5 on");
        robot.type(KeyCode.COMMA).type(KeyCode.E);
        assertThat(heard()).startsWith("ch1/page-1.md, 230.0 ms, 2 spans, from 10.00 ms");
        robot.type(KeyCode.R);
        assertThat(heard()).isEqualTo("Selected 10.00 ms to 240.0 ms, 230.0 ms, on 1 lane");
        robot.type(KeyCode.ESCAPE);
        assertThat(heard()).startsWith("Lanes of the workers");
    }

    private String heard() throws Exception {
        return read(() -> hands.lanes().getAccessibleText());
    }

    @Test
    void the_lanes_show_that_the_keys_are_theirs(FxRobot robot) throws Exception {
        Node ring = robot.from(hands.lanes()).lookup(".focus-ring").query();
        robot.clickOn(hands.at(1, 140));
        assertThat(ring.isVisible()).as("by the mouse").isFalse();
        robot.clickOn("#lanes").type(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(hands.lanes().isFocused()).isTrue();
        assertThat(ring.isVisible()).as("by the keyboard").isTrue();
    }

    @Test
    @Gesture({"Measure the selection", "Keep it as a note", "Delete the note"})
    void m_measures_shift_m_keeps_it_and_delete_takes_it_away(FxRobot robot) throws Exception {
        hands.drag(1, 41, 1, 239);
        robot.type(KeyCode.M);
        Stretch measured = new Stretch(40_000_000, 240_000_000, List.of(1));
        assertThat(read(() -> hands.timeline().measuredProperty().get())).hasValue(measured);
        robot.type(KeyCode.M);
        assertThat(read(() -> hands.timeline().measuredProperty().get())).isEmpty();
        robot.push(KeyCode.SHIFT, KeyCode.M);
        await("asked", () -> robot.lookup("#note").tryQuery().isPresent());
        onFx(() -> { // the headless platform gives pop-overs no keys
            TextField words = robot.lookup("#note").query();
            words.setText("slow");
            words.fireEvent(new ActionEvent());
        });
        var note = new Note(40_000_000, 240_000_000, "slow", List.of(1));
        await("kept in the trace", () -> notes().equals(List.of(note)));
        robot.type(KeyCode.DELETE);
        await("deleted", () -> notes().isEmpty());
    }

    private List<Note> notes() {
        return driver.session.runs().getFirst().trace().notes();
    }

    @Test
    void a_right_click_chooses_the_span_and_offers_what_can_be_done_with_it(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 140), MouseButton.SECONDARY);
        assertThat(hands.chosen()).hasValue(new Chosen(1, 3));
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
