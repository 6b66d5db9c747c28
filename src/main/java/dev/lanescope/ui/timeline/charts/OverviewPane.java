package dev.lanescope.ui.timeline.charts;

import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.LaneRaster;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.lanes.MatchInk;

import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/// The whole run in forty pixels, lanes in the order of the main view, with the window as a brush:
/// drag it, drag its edges, or click beside it to go there.
public final class OverviewPane extends Region {

    private static final double HEIGHT = 52;
    private static final int PICTURE = 40;
    private static final double TOP = 6;
    private static final double GRIP = 6;

    /// A window that is narrower is moved by what is in sight of it, and its edges by what lies
    /// beside that.
    private static final double NARROW = 16;

    private static final long LIVE_PAUSE_NANOS = 200_000_000;

    private enum Grab {
        NOTHING,
        LEFT,
        RIGHT,
        WINDOW
    }

    /// What the picture shows.
    private record Painted(Snapshot trace, Rows rows, TimeWindow window, LaneRaster raster) {}

    private final Frame frame;
    private final PixelPane lanes = new PixelPane(this::paint);
    private final Canvas overlay = new Canvas();
    private final MatchInk matches;
    private @Nullable Painted painted;
    private long paintedAt;
    private Grab grab = Grab.NOTHING;
    private double grabOffset;
    private double heldEdge;

    public OverviewPane(Frame frame) {
        this.frame = frame;
        this.matches = new MatchInk(frame);
        setId("overview");
        setAccessibleText("Overview of the whole run");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        overlay.setMouseTransparent(true);
        getChildren().addAll(lanes, overlay);
        frame.addPicture(this::update);
        frame.addInk(this::paintInk);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> {
            if (!event.isStillSincePress()) {
                drag(event);
            }
            grab = Grab.NOTHING;
        });
        setOnMouseMoved(event -> setCursor(cursorAt(event.getX())));
    }

    @Override
    protected void layoutChildren() {
        lanes.resizeRelocate(Frame.HEAD, TOP, Math.max(1, getWidth() - Frame.HEAD), PICTURE);
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        frame.changed();
    }

    /// All of the run, with as much room on the right as the live window has.
    private Optional<TimeWindow> whole() {
        return frame.trace()
                .map(trace ->
                        trace.finished() || !frame.model().followingProperty().get()
                                ? TimeWindow.fit(trace.endNanos())
                                : frame.model().windowProperty().get());
    }

    /// The picture shows the whole run, so moving the window changes nothing on it; and of a run
    /// that goes on, a few pixels are new now and then.
    private void update() {
        if (frame.trace().filter(this::isPainted).isEmpty()) {
            lanes.repaint();
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very trace and colours, without comparing them
    private boolean isPainted(Snapshot trace) {
        return painted != null
                && painted.rows() == frame.rows()
                && painted.raster() == frame.raster(trace)
                && whole().filter(painted.window()::equals).isPresent()
                && (painted.trace() == trace || isFresh(trace, System.nanoTime()));
    }

    private boolean isFresh(Snapshot trace, long now) {
        return !trace.finished() && now - paintedAt < LIVE_PAUSE_NANOS;
    }

    /// How often the picture was painted.
    int paints() {
        return lanes.paints();
    }

    private void paint(int[] pixels, int width, int height) {
        Optional<Snapshot> trace = frame.trace();
        Optional<TimeWindow> window = whole();
        paintedAt = System.nanoTime();
        painted =
                trace.map(now ->
                                new Painted(
                                        now, frame.rows(), window.orElseThrow(), frame.raster(now)))
                        .orElse(null);
        if (trace.isEmpty() || window.isEmpty()) {
            Arrays.fill(pixels, frame.palette().ground().inset());
            return;
        }
        var picture = new Picture(pixels, width, height, width);
        frame.raster(trace.get()).paintOverview(trace.get(), frame.rows(), window.get(), picture);
        frame.jvm().veil(picture, window.get());
    }

    private void paintInk() {
        GraphicsContext pen = overlay.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        Palette.Ground ground = frame.palette().ground();
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(TextRole.SMALL.font());
        pen.setFill(Argb.fx(ground.muted()));
        pen.fillText("Overview", 10, 19);
        frame.trace()
                .ifPresent(trace -> {
                    pen.setFont(TextRole.NUM_SMALL.font());
                    pen.fillText(Durations.text(trace.endNanos()), 10, 34);
                });
        whole().ifPresent(all -> {
            paintBrush(pen, all);
            matches.paintTicks(pen, all, getWidth() - Frame.HEAD, TOP + PICTURE - 4);
        });
        Hairlines.across(pen, Argb.fx(ground.line()), 0, getWidth(), HEIGHT - 1);
        Hairlines.down(pen, Argb.fx(ground.line()), Frame.HEAD - 1, 0, HEIGHT);
    }

    private void paintBrush(GraphicsContext pen, TimeWindow all) {
        TimeWindow window = frame.model().windowProperty().get();
        double left = Math.max(x(all, window.startNanos()), Frame.HEAD);
        double right = Math.min(x(all, window.endNanos()), getWidth());
        int veil = Argb.withAlpha(frame.palette().ground().inset(), 0.72);
        pen.setFill(Argb.fx(veil));
        pen.fillRect(Frame.HEAD, TOP, left - Frame.HEAD, PICTURE);
        pen.fillRect(right, TOP, getWidth() - right, PICTURE);
        int accent = frame.palette().ground().accent();
        pen.setStroke(Argb.fx(accent));
        pen.strokeRoundRect(
                left + 0.5, TOP - 2.5, Math.max(2, right - left - 1), PICTURE + 4, 5, 5);
        pen.setFill(Argb.fx(accent));
        pen.fillRoundRect(left - 1.5, TOP + 12, 4, 16, 3, 3);
        pen.fillRoundRect(right - 2.5, TOP + 12, 4, 16, 3, 3);
    }

    private double x(TimeWindow all, double nanos) {
        return Frame.HEAD + all.xOf(nanos, getWidth() - Frame.HEAD);
    }

    private Grab grabAt(double x) {
        Optional<TimeWindow> all = whole();
        if (all.isEmpty()) {
            return Grab.NOTHING;
        }
        TimeWindow window = frame.model().windowProperty().get();
        double left = x(all.get(), window.startNanos());
        double right = x(all.get(), window.endNanos());
        double aside = Math.max(0, NARROW - (right - left)) / 2;
        double inside = aside > 0 ? 0 : GRIP;
        if (x >= left - aside - GRIP && x <= left - aside + inside) {
            return Grab.LEFT;
        }
        if (x >= right + aside - inside && x <= right + aside + GRIP) {
            return Grab.RIGHT;
        }
        return Grab.WINDOW;
    }

    private Cursor cursorAt(double x) {
        return switch (grabAt(x)) {
            case LEFT, RIGHT -> Cursor.H_RESIZE;
            case WINDOW -> Cursor.OPEN_HAND;
            case NOTHING -> Cursor.DEFAULT;
        };
    }

    private double moment(double x) {
        return whole().map(all -> all.nanosAt(x - Frame.HEAD, getWidth() - Frame.HEAD)).orElse(0.0);
    }

    private void press(MouseEvent event) {
        grab = grabAt(event.getX());
        TimeWindow window = frame.model().windowProperty().get();
        double at = moment(event.getX());
        if (grab == Grab.WINDOW && !window.contains(at)) {
            frame.model().panBy(at - (window.startNanos() + window.endNanos()) / 2);
            window = frame.model().windowProperty().get();
        }
        grabOffset = at - window.startNanos();
        heldEdge = grab == Grab.LEFT ? window.endNanos() : window.startNanos();
    }

    private void drag(MouseEvent event) {
        TimeWindow window = frame.model().windowProperty().get();
        double at = moment(event.getX());
        switch (grab) {
            case LEFT, RIGHT -> frame.model().showWindow(between(at, heldEdge));
            case WINDOW -> frame.model().panBy(at - grabOffset - window.startNanos());
            case NOTHING -> {}
        }
    }

    private static TimeWindow between(double one, double other) {
        double start = Math.min(one, other);
        return new TimeWindow(
                start, Math.max(start + TimeWindow.LEAST_NANOS, Math.max(one, other)));
    }
}
