package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.read;

import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Hands that are as quick as the window. TestFX's own wait a fixed twentieth of a second behind
/// every key and lead the pointer from pixel to pixel; these go on as soon as the window has
/// [settled][#settle]. What is looked up, and where it lies on the screen, TestFX says as before.
final class QuickRobot extends FxRobot {

    /// At how many places the pointer is seen on its way, the last of them included: enough to
    /// enter and leave what lies between, and to begin a drag.
    private static final int STEPS = 8;

    private final Robot robot;
    private final Set<MouseButton> held = EnumSet.noneOf(MouseButton.class);

    QuickRobot() {
        try {
            robot = read(Robot::new);
        } catch (Exception e) {
            throw new IllegalStateException("no hands on this platform", e);
        }
    }

    /// Waits until what was done so far has had its effect: the window has been styled and laid
    /// out, and whatever that put off for later has run and been laid out as well.
    static void settle() {
        var done = new CompletableFuture<Boolean>();
        var frames =
                new AnimationTimer() {
                    private int seen;

                    @Override
                    public void handle(long now) { // comes before the layout of its frame
                        if (++seen == 3) {
                            stop();
                            done.complete(true);
                        }
                    }
                };
        onFx(frames::start);
        try {
            done.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the window came to no rest", e);
        }
        onFx(() -> {});
    }

    private static void onFx(Runnable action) {
        try {
            WindowDriver.onFx(action);
        } catch (Exception e) {
            throw new AssertionError("the FX thread refused", e);
        }
    }

    private FxRobot after(Runnable input) {
        onFx(input);
        settle();
        return this;
    }

    /// Lets go of what a test that failed still holds. To be called on the FX thread.
    void letGo() {
        robot.mouseRelease(held.toArray(MouseButton[]::new));
        held.clear();
    }

    private void pointAt(Point2D place) {
        Point2D from = robot.getMousePosition();
        for (int step = 1; step <= STEPS; step++) {
            robot.mouseMove(from.interpolate(place, (double) step / STEPS));
        }
    }

    private void click(MouseButton... buttons) {
        MouseButton[] all = buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
        robot.mousePress(all);
        robot.mouseRelease(all);
    }

    @Override
    public FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        moveTo(place, motion);
        return after(() -> click(buttons));
    }

    @Override
    public FxRobot doubleClickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        moveTo(place, motion);
        return after(() -> {
            click(buttons);
            click(buttons);
        });
    }

    @Override
    public FxRobot moveTo(PointQuery place, Motion motion) {
        Point2D there;
        do { // what is pointed at may be on its way to its place
            there = place.query();
            Point2D now = there;
            after(() -> pointAt(now));
        } while (!place.query().equals(there));
        return this;
    }

    @Override
    public FxRobot moveBy(double x, double y, Motion motion) {
        return after(() -> pointAt(robot.getMousePosition().add(x, y)));
    }

    @Override
    public FxRobot press(MouseButton... buttons) {
        held.addAll(Arrays.asList(buttons));
        return after(() -> robot.mousePress(buttons));
    }

    /// Lets these go, or all that are held.
    @Override
    public FxRobot release(MouseButton... buttons) {
        MouseButton[] which = buttons.length == 0 ? held.toArray(MouseButton[]::new) : buttons;
        held.removeAll(Arrays.asList(which));
        return after(() -> robot.mouseRelease(which));
    }

    @Override
    public FxRobot drag(PointQuery place, MouseButton... buttons) {
        moveTo(place, Motion.DEFAULT);
        return press(buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons);
    }

    @Override
    public FxRobot drop() {
        return release(new MouseButton[0]);
    }

    @Override
    public FxRobot dropTo(PointQuery place) {
        moveTo(place, Motion.DEFAULT);
        return drop();
    }

    @Override
    public FxRobot scroll(int notches, VerticalDirection direction) {
        return after(
                () -> robot.mouseWheel(direction == VerticalDirection.UP ? -notches : notches));
    }

    /// Presses keys one after the other while holding those before, and lets them go.
    @Override
    public FxRobot push(KeyCode... keys) {
        List<KeyCode> real = Arrays.stream(keys).map(QuickRobot::onThisPlatform).toList();
        return after(() -> {
            real.forEach(robot::keyPress);
            real.reversed().forEach(robot::keyRelease);
        });
    }

    private static KeyCode onThisPlatform(KeyCode key) {
        if (key != KeyCode.SHORTCUT) {
            return key;
        }
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return mac ? KeyCode.COMMAND : KeyCode.CONTROL;
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot type(KeyCode key, int times) {
        IntStream.range(0, times).forEach(_ -> push(key));
        return this;
    }

    @Override
    public FxRobot write(String text) {
        Scene scene = window(javafx.stage.Window::isFocused).getScene();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            KeyCode key = letter == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED;
            robotContext().getBaseRobot().typeKeyboard(scene, key, String.valueOf(letter));
        }
        settle();
        return this;
    }
}
