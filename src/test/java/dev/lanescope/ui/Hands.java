package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Hands over the lanes: they open a trace that is known to the nanosecond, find the place on the
/// screen where something is drawn, and turn the wheel.
final class Hands {

    /// A millisecond of the trace.
    static final double MS = 1e6;

    /// Width of the column left of the time axis.
    static final int HEAD = (int) TimelineScreen.HEAD;

    private static final int AXIS = 22;

    private final WindowDriver driver;
    private final FxRobot robot;

    Hands(WindowDriver driver) {
        this.driver = driver;
        this.robot = driver.robot;
    }

    /// Saves a trace, opens it in the window, and waits until its lanes have their places.
    void open(Snapshot trace, Path folder) throws Exception {
        Path file = folder.resolve("known.lanescope");
        TraceFile.write(trace, file);
        onFx(() -> driver.window.open(file));
        await("trace shown", () -> timeline().shownProperty().get().isPresent());
        await("lanes laid out", () -> lanes().getBoundsInLocal().getHeight() > 60);
        onFx(lanes()::requestFocus);
    }

    TimelineModel timeline() {
        return driver.timeline();
    }

    Node lanes() {
        return robot.lookup("#lanes").query();
    }

    /// What is in view.
    TimeWindow window() throws Exception {
        return read(() -> timeline().windowProperty().get());
    }

    double start() throws Exception {
        return window().startNanos();
    }

    double width() throws Exception {
        return window().nanos();
    }

    Optional<Chosen> chosen() throws Exception {
        return read(() -> timeline().selectionProperty().get());
    }

    Stretch range() throws Exception {
        return read(() -> timeline().rangeProperty().get().orElseThrow());
    }

    /// Where a moment of a lane lies on the screen, none being scrolled away.
    Point2D at(int lane, double millis) throws Exception {
        onFx(() -> { // what was pressed just now may have made room for the inspector
            lanes().getScene().getRoot().applyCss();
            lanes().getScene().getRoot().layout();
        });
        Bounds bounds = driver.onScreen("#lanes");
        double left = bounds.getMinX() + TimelineScreen.HEAD;
        double x = left + window().xOf(millis * MS, bounds.getMaxX() - left);
        int rows = read(() -> timeline().arrangement().rows().count());
        double each = Math.floor((bounds.getHeight() - AXIS) / rows);
        int row = read(() -> timeline().arrangement().rows().rowOf(lane));
        return new Point2D(x, bounds.getMinY() + AXIS + Math.clamp(each, 38, 112) * (row + 0.5));
    }

    /// Where a page band lies on the screen at a moment of a lane.
    Point2D onBand(int lane, double millis) throws Exception {
        Point2D middle = at(lane, millis);
        int rows = read(() -> timeline().arrangement().rows().count());
        double height = driver.onScreen("#lanes").getHeight() - AXIS;
        double each = Math.clamp(Math.floor(height / rows), 38, 112);
        return middle.add(0, -each / 2 + 3 + Math.floor((each - 38) / 8) + 6);
    }

    /// What the card beside the pointer says.
    String card() throws Exception {
        await("card", () -> cardNode().isVisible());
        return read(() -> cardNode().getText());
    }

    private Label cardNode() {
        return robot.from(lanes()).lookup(".plot-card").query();
    }

    /// The head of a lane on the screen.
    Point2D head(int lane) throws Exception {
        double left = driver.onScreen("#lanes").getMinX();
        return new Point2D(left + TimelineScreen.HEAD / 2, at(lane, 0).getY());
    }

    /// Selects time on the lanes from one to another.
    void drag(int lane, double fromMillis, int toLane, double toMillis) throws Exception {
        Point2D to = at(toLane, toMillis);
        robot.moveTo(at(lane, fromMillis))
                .press(MouseButton.PRIMARY)
                .moveTo(to.add(-5, 0))
                .moveTo(at(toLane, toMillis))
                .release(MouseButton.PRIMARY);
        await("range selected", () -> timeline().rangeProperty().get().isPresent());
    }

    /// Does what a command says through the palette, where one types its words.
    void command(String does) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await("palette", () -> robot.lookup("#commands").tryQuery().isPresent());
        robot.write(does.toLowerCase(Locale.ROOT));
        await("found", () -> !robot.lookup("#commands").queryListView().getItems().isEmpty());
        robot.type(KeyCode.ENTER);
        await("palette gone", () -> robot.lookup("#commands").tryQuery().isEmpty());
    }

    /// A key that is held for so many repeats of the keyboard.
    void hold(KeyCode key, int repeats) throws Exception {
        onFx(() -> {
            for (int press = 0; press < repeats; press++) {
                lanes().fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false));
            }
        });
    }

    /// Turns the wheel in the middle of the lanes. The headless robot's wheel knows no modifiers,
    /// so the event is made by hand.
    void wheel(boolean shift, boolean control, double delta) throws Exception {
        Point2D scene = read(this::middle);
        Point2D screen = read(() -> lanes().localToScreen(lanes().sceneToLocal(scene)));
        onFx(() ->
                lanes().fireEvent(
                                new ScrollEvent(
                                        ScrollEvent.SCROLL,
                                        scene.getX(),
                                        scene.getY(),
                                        screen.getX(),
                                        screen.getY(),
                                        shift,
                                        control,
                                        false,
                                        false,
                                        false,
                                        false,
                                        0,
                                        delta,
                                        0,
                                        delta,
                                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                                        0,
                                        ScrollEvent.VerticalTextScrollUnits.NONE,
                                        0,
                                        0,
                                        null)));
    }

    /// Two fingers in the middle of the lanes, going apart.
    void pinch(double factor) throws Exception {
        Point2D scene = read(this::middle);
        onFx(() ->
                lanes().fireEvent(
                                new ZoomEvent(
                                        ZoomEvent.ZOOM,
                                        scene.getX(),
                                        scene.getY(),
                                        scene.getX(),
                                        scene.getY(),
                                        false,
                                        false,
                                        false,
                                        false,
                                        true,
                                        false,
                                        factor,
                                        factor,
                                        null)));
    }

    /// Drags the middle of the lanes with Shift held. The headless robot's mouse does not know that
    /// either.
    void shiftDrag(double pixels) throws Exception {
        Point2D from = read(this::middle);
        Point2D to = from.add(pixels, 0);
        onFx(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, from, true, 1);
            mouse(MouseEvent.MOUSE_DRAGGED, to, true, 1);
            mouse(MouseEvent.MOUSE_RELEASED, to, true, 1);
        });
    }

    /// A double click, however busy the machine is: the second click is made by hand.
    void doubleClick(Point2D place) throws Exception {
        robot.clickOn(place);
        Point2D scene =
                read(() -> lanes().localToScene(lanes().screenToLocal(place.getX(), place.getY())));
        onFx(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, scene, false, 2);
            mouse(MouseEvent.MOUSE_RELEASED, scene, false, 2);
            mouse(MouseEvent.MOUSE_CLICKED, scene, false, 2);
        });
    }

    private void mouse(EventType<MouseEvent> what, Point2D at, boolean shift, int clicks) {
        lanes().fireEvent(
                        new MouseEvent(
                                what,
                                at.getX(),
                                at.getY(),
                                at.getX(),
                                at.getY(),
                                MouseButton.PRIMARY,
                                clicks,
                                shift,
                                false,
                                false,
                                false,
                                true,
                                false,
                                false,
                                false,
                                false,
                                clicks == 2,
                                null));
    }

    private Point2D middle() {
        Bounds bounds = lanes().localToScene(lanes().getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// The moment in the middle of the lanes, where wheel and fingers are.
    double momentInTheMiddle() throws Exception {
        double x = read(() -> lanes().sceneToLocal(middle()).getX()) - TimelineScreen.HEAD;
        double width = read(() -> lanes().getBoundsInLocal().getWidth()) - TimelineScreen.HEAD;
        return window().nanosAt(x, width);
    }
}
