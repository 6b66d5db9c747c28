package dev.lanescope.ui;

import static dev.lanescope.ui.Hands.MS;
import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.chart.TimeWindow;

import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The walkthrough, first part: getting about in time.
@OnScreen
class TimeGesturesTest extends OnThreeLanes {

    @Test
    @Gesture({"Zoom in", "Zoom out"})
    void w_and_s_zoom_and_go_further_while_they_are_held(FxRobot robot) throws Exception {
        onFx(() -> driver.motion.reducedProperty().set(false));
        double all = hands.width();
        robot.type(KeyCode.W);
        double once = hands.width();
        assertThat(once).isLessThan(all);
        robot.type(KeyCode.S);
        assertThat(hands.width()).isCloseTo(all, within(1.0));
        hands.hold(KeyCode.W, 10);
        assertThat(hands.width()).isLessThan(all * Math.pow(once / all, 10));
        double close = hands.width();
        hands.hold(KeyCode.S, 3);
        assertThat(hands.width()).isGreaterThan(close);
    }

    @Test
    @Gesture({"Earlier", "Later"})
    void a_and_d_move_in_time_and_go_further_while_they_are_held(FxRobot robot) throws Exception {
        onFx(() -> driver.motion.reducedProperty().set(false));
        robot.type(KeyCode.W, 12);
        double start = hands.start();
        robot.type(KeyCode.D);
        double step = hands.start() - start;
        assertThat(step).isPositive();
        robot.type(KeyCode.A);
        assertThat(hands.start()).isCloseTo(start, within(1.0));
        hands.hold(KeyCode.D, 4);
        assertThat(hands.start() - start).isGreaterThan(4.1 * step);
    }

    @Test
    void where_motion_is_reduced_a_key_that_is_held_goes_on_at_one_pace(FxRobot robot)
            throws Exception {
        onFx(() -> driver.motion.reducedProperty().set(true));
        double all = hands.width();
        robot.type(KeyCode.W);
        double once = hands.width();
        robot.type(KeyCode.DIGIT0);
        hands.hold(KeyCode.W, 10);
        assertThat(hands.width()).isCloseTo(all * Math.pow(once / all, 10), within(10.0));
    }

    @Test
    @Gesture("Zoom at the pointer")
    void control_and_wheel_and_two_fingers_zoom_where_they_are() throws Exception {
        double moment = hands.momentInTheMiddle();
        double all = hands.width();
        hands.wheel(false, true, 80);
        double closer = hands.width();
        assertThat(closer).isLessThan(all);
        assertThat(hands.momentInTheMiddle()).isCloseTo(moment, within(0.01 * MS));
        hands.pinch(2);
        assertThat(hands.width()).isCloseTo(closer / 2, within(1.0));
        assertThat(hands.momentInTheMiddle()).isCloseTo(moment, within(0.01 * MS));
        hands.pinch(0.5);
        hands.wheel(false, true, -80);
        assertThat(hands.width()).isCloseTo(all, within(1.0));
    }

    @Test
    @Gesture("Earlier or later")
    void shift_and_wheel_move_in_time() throws Exception {
        hands.pinch(4);
        double start = hands.start();
        double width = hands.width();
        hands.wheel(true, false, -40);
        assertThat(hands.start()).isGreaterThan(start);
        hands.wheel(true, false, 40);
        assertThat(hands.start()).isCloseTo(start, within(1.0));
        assertThat(hands.width()).isCloseTo(width, within(1.0));
    }

    @Test
    @Gesture("Scroll the lanes")
    void the_wheel_alone_scrolls_lanes_and_leaves_time_alone(FxRobot robot) throws Exception {
        hands.open(KnownTraces.lanes(60), temp);
        await("shown", () -> hands.timeline().arrangement().rows().count() == 60);
        ScrollBar bar = robot.from(hands.lanes()).lookup(".scroll-bar").query();
        await("more than fits", bar::isVisible);
        TimeWindow before = hands.window();
        hands.wheel(false, false, -120);
        assertThat(read(bar::getValue)).isEqualTo(120);
        assertThat(hands.window()).isEqualTo(before);
        hands.wheel(false, false, 120);
        assertThat(read(bar::getValue)).isZero();
    }

    @Test
    @Gesture("Move the picture")
    void the_middle_button_or_shift_and_a_drag_move_the_picture(FxRobot robot) throws Exception {
        hands.pinch(4);
        TimeWindow before = hands.window();
        robot.drag("#lanes", MouseButton.MIDDLE).moveBy(60, 0).drop();
        assertThat(hands.start()).isLessThan(before.startNanos());
        assertThat(hands.width()).isCloseTo(before.nanos(), within(1.0));
        double earlier = hands.start();
        hands.shiftDrag(-60);
        assertThat(hands.start()).isGreaterThan(earlier);
        assertThat(hands.width()).isCloseTo(before.nanos(), within(1.0));
        assertThat(read(() -> hands.timeline().rangeProperty().get())).isEmpty();
    }

    @Test
    @Gesture("Centre the selection, then fit it")
    void f_brings_the_chosen_span_into_the_middle_and_f_again_makes_it_fill_the_picture(
            FxRobot robot) throws Exception {
        hands.pinch(4);
        double width = hands.width();
        robot.clickOn(hands.at(1, 200));
        robot.type(KeyCode.F);
        TimeWindow centred = hands.window();
        assertThat((centred.startNanos() + centred.endNanos()) / 2)
                .as("the middle of a span from 40 ms to 240 ms")
                .isCloseTo(140 * MS, within(1.0));
        assertThat(centred.nanos()).isCloseTo(width, within(1.0));
        robot.type(KeyCode.F);
        assertThat(hands.window()).isEqualTo(TimeWindow.around(40_000_000, 240_000_000));
    }

    @Test
    @Gesture({"Show everything", "Show everything; in a race, go to its beginning"})
    void zero_and_home_show_everything(FxRobot robot) throws Exception {
        TimeWindow all = hands.window();
        for (KeyCode key : new KeyCode[] {KeyCode.DIGIT0, KeyCode.HOME}) {
            hands.pinch(4);
            assertThat(hands.window()).isNotEqualTo(all);
            robot.type(key);
            assertThat(hands.window()).isEqualTo(all);
        }
    }

    @Test
    @Gesture({"Undo the move", "Redo the move"})
    void moves_are_undone_and_done_again(FxRobot robot) throws Exception {
        TimeWindow all = hands.window();
        hands.pinch(4);
        TimeWindow close = hands.window();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(hands.window()).isEqualTo(all);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(hands.window()).isEqualTo(close);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(hands.window()).isEqualTo(all);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(hands.window()).isEqualTo(close);
    }
}
