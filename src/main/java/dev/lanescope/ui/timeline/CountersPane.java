package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.CounterColumns;
import dev.lanescope.chart.Picture;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import java.util.Arrays;
import java.util.List;

/// What was counted beside the lanes, a row each on the same time axis: queues, waiting threads.
/// Counters that never left 0 take no room; no row, no pane.
final class CountersPane extends Region {

    private static final int ROW = 26;
    private static final int MOST_ROWS = 8;

    private final Frame frame;
    private final PixelPane pixels = new PixelPane(this::paint);
    private final Canvas overlay = new Canvas();
    private List<CounterView> counters = List.of();
    private long endNanos;

    CountersPane(Frame frame) {
        this.frame = frame;
        setId("counters");
        setAccessibleText("What was counted over time: queues and waiting threads");
        overlay.setMouseTransparent(true);
        getChildren().addAll(pixels, overlay);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        frame.addPicture(this::update);
        frame.addInk(this::paintInk);
    }

    private void update() {
        counters =
                frame.trace().stream()
                        .map(Snapshot::counters)
                        .flatMap(List::stream)
                        .filter(counter -> counter.most() > 0)
                        .limit(MOST_ROWS)
                        .toList();
        endNanos = frame.trace().map(Snapshot::endNanos).orElse(0L);
        double height = ROW * (double) counters.size();
        setVisible(!counters.isEmpty());
        if (getPrefHeight() != height) {
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
        }
        pixels.repaint();
    }

    @Override
    protected void layoutChildren() {
        pixels.resizeRelocate(Frame.HEAD, 1, Math.max(1, getWidth() - Frame.HEAD), getHeight() - 1);
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        frame.changed();
    }

    private void paint(int[] argb, int width, int height) {
        Palette.Ground ground = frame.palette().ground();
        Arrays.fill(argb, ground.inset());
        var picture = new Picture(argb, width, height, width);
        var window = frame.model().windowProperty().get();
        for (int row = 0; row < counters.size(); row++) {
            CounterView counter = counters.get(row);
            new CounterColumns(counter, window, endNanos, width)
                    .paint(
                            picture,
                            row * ROW + 4,
                            ROW - 5,
                            Math.max(1, counter.most()),
                            ground.accentEmphasis(),
                            frame.palette().faint(ground.accentEmphasis()));
        }
    }

    private void paintInk() {
        GraphicsContext pen = overlay.getGraphicsContext2D();
        Palette.Ground ground = frame.palette().ground();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < counters.size(); row++) {
            double top = row * (double) ROW;
            pen.setStroke(Argb.fx(ground.line()));
            pen.strokeLine(0, top + 0.5, getWidth(), top + 0.5);
            label(pen, counters.get(row), top, ground);
        }
        pen.setStroke(Argb.fx(ground.line()));
        pen.strokeLine(Frame.HEAD - 0.5, 0, Frame.HEAD - 0.5, getHeight());
        frame.model()
                .cursorProperty()
                .get()
                .ifPresent(moment -> {
                    var window = frame.model().windowProperty().get();
                    double x = Frame.HEAD + window.xOf(moment, getWidth() - Frame.HEAD);
                    pen.setStroke(Argb.fx(ground.hl()));
                    pen.strokeLine(x, 1, x, getHeight());
                });
    }

    private void label(
            GraphicsContext pen, CounterView counter, double top, Palette.Ground ground) {
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(TextRole.SMALL.font());
        pen.setFill(Argb.fx(ground.fg()));
        pen.fillText(counter.name(), 10, top + 8, Frame.HEAD - 18);
        var cursor = frame.model().cursorProperty().get();
        long value = counter.valueAt(Math.round(cursor.orElse((double) endNanos)));
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(ground.muted()));
        String text = amount(counter, value) + " of at most " + amount(counter, counter.most());
        pen.fillText(text, 10, top + 19, Frame.HEAD - 18);
    }

    private static String amount(CounterView counter, long value) {
        return counter.name().startsWith("bytes") ? Amounts.bytes(value) : Long.toString(value);
    }
}
