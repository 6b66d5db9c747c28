package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Signs are commands where people's keyboards have them. The robot has an American keyboard, so
/// the events are made by hand: a press that tells the key and the sign, and then what was typed.
@OnScreen
class KeyboardLayoutsTest extends OnThreeLanes {

    private static final String UNKNOWN = "";
    private static final Chosen PARSE = new Chosen(1, 3);
    private static final Chosen AFTER_PARSE = new Chosen(1, 4);

    /// Presses a key with what is held, and types a sign with it.
    private void press(KeyCode key, String text, String typed, KeyCode... held) throws Exception {
        Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
        down.addAll(List.of(held));
        onFx(() -> {
            fire(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            KeyEvent.CHAR_UNDEFINED,
                            text,
                            key,
                            down.contains(KeyCode.SHIFT),
                            down.contains(KeyCode.CONTROL),
                            down.contains(KeyCode.ALT),
                            false));
            fire(
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            typed,
                            "",
                            KeyCode.UNDEFINED,
                            down.contains(KeyCode.SHIFT),
                            down.contains(KeyCode.CONTROL),
                            down.contains(KeyCode.ALT),
                            false));
        });
        QuickRobot.settle();
    }

    private void fire(KeyEvent event) {
        Node focused = driver.window.scene().getFocusOwner();
        focused.fireEvent(event);
    }

    private void shift(KeyCode key, String sign) throws Exception {
        press(key, sign, sign, KeyCode.SHIFT);
    }

    private String words(FxRobot robot) throws Exception {
        TextField field = robot.lookup("#find").query();
        return read(field::getText);
    }

    @Test
    void on_a_german_keyboard_shift_and_7_is_the_slash_that_begins_a_search(FxRobot robot)
            throws Exception {
        shift(KeyCode.DIGIT7, "/");
        assertThat(robot.lookup("#find").query().isFocused()).isTrue();
        assertThat(words(robot)).as("the slash itself is not typed").isEmpty();
        shift(KeyCode.DIGIT7, "/");
        assertThat(words(robot)).as("now it is").isEqualTo("/");
    }

    @Test
    void on_a_french_keyboard_the_keys_of_the_left_hand_move_in_time(FxRobot robot)
            throws Exception {
        double all = hands.width();
        press(KeyCode.Z, "z", "z");
        double near = hands.width();
        assertThat(near).as("where others have W").isLessThan(all);
        double start = hands.start();
        press(KeyCode.Q, "q", "q");
        assertThat(hands.start()).as("where others have A").isLessThan(start);
        press(KeyCode.S, "s", "s");
        assertThat(hands.width()).as("S is S").isGreaterThan(near);
    }

    @Test
    void on_a_german_keyboard_shift_and_sharp_s_ask_for_the_sheet_of_keys(FxRobot robot)
            throws Exception {
        shift(KeyCode.UNDEFINED, "?");
        await("sheet", () -> robot.lookup("#keys").tryQuery().isPresent());
    }

    @Test
    void with_alt_gr_brackets_follow_the_arrow_as_linux_and_as_windows_tell_it(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(2, 275));
        press(KeyCode.DIGIT8, "[", "[");
        assertThat(hands.chosen()).as("to the cause").hasValue(PARSE);
        press(KeyCode.DIGIT9, UNKNOWN, "]", KeyCode.CONTROL, KeyCode.ALT);
        assertThat(hands.chosen()).as("to the effect").hasValue(new Chosen(2, 4));
    }

    @Test
    void with_alt_gr_one_can_still_type_a_bracket(FxRobot robot) throws Exception {
        onFx(() -> robot.lookup("#find").query().requestFocus());
        press(KeyCode.DIGIT8, "[", "[", KeyCode.CONTROL, KeyCode.ALT);
        assertThat(robot.lookup("#find").query().isFocused()).isTrue();
        assertThat(hands.chosen()).isEmpty();
    }

    @Test
    void on_a_french_keyboard_shift_and_0_shows_everything(FxRobot robot) throws Exception {
        onFx(() -> hands.timeline().zoomAt(8, 100 * Hands.MS));
        assertThat(hands.width()).isLessThan(100 * Hands.MS);
        shift(KeyCode.DIGIT0, "0");
        assertThat(hands.width()).isEqualTo(400 * Hands.MS);
        onFx(() -> hands.timeline().zoomAt(8, 100 * Hands.MS));
        press(KeyCode.DIGIT0, "à", "à");
        assertThat(hands.width()).as("where the key is").isEqualTo(400 * Hands.MS);
    }

    @Test
    void on_a_french_keyboard_the_point_needs_shift_and_the_comma_does_not(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 140));
        shift(KeyCode.SEMICOLON, ".");
        assertThat(hands.chosen()).as("after parse").hasValue(AFTER_PARSE);
        press(KeyCode.COMMA, ",", ",");
        assertThat(hands.chosen()).hasValue(PARSE);
        shift(KeyCode.COLON, "/");
        assertThat(robot.lookup("#find").query().isFocused()).isTrue();
    }

    @Test
    void on_a_french_keyboard_shift_and_comma_is_the_question_mark(FxRobot robot) throws Exception {
        shift(KeyCode.COMMA, "?");
        await("sheet", () -> robot.lookup("#keys").tryQuery().isPresent());
    }

    @Test
    void a_keyboard_without_the_sign_has_it_where_an_american_one_has(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 140));
        press(KeyCode.PERIOD, "ю", "ю");
        assertThat(hands.chosen()).hasValue(AFTER_PARSE);
        press(KeyCode.OPEN_BRACKET, "х", "х");
        press(KeyCode.COMMA, "б", "б");
        assertThat(hands.chosen()).hasValue(PARSE);
    }

    @Test
    void one_press_is_one_step_however_often_the_sign_is_told(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(0, 10));
        Chosen first = hands.chosen().orElseThrow();
        press(KeyCode.PERIOD, ".", ".");
        assertThat(hands.chosen()).hasValue(new Chosen(0, first.span() + 1));
        press(KeyCode.UNDEFINED, UNKNOWN, ".");
        assertThat(hands.chosen()).hasValue(new Chosen(0, first.span() + 2));
    }
}
