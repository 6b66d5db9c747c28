package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.DurationHistogram;
import dev.lanescope.analysis.SpanStatistics;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.TextRole;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// A histogram of durations that can be brushed: pointing at a bar lights up its spans, dragging
/// keeps several, a click beside or Esc lets go. With the keyboard, left and right move, Shift
/// extends.
///
/// It is a control so that arrow keys are its own while it has the focus.
final class HistogramChart extends Control {

    /// Some neighbouring bars.
    ///
    /// @param first index of a bar
    /// @param last index of a bar, included
    record Bars(int first, int last) {

        static Bars between(int one, int other) {
            return new Bars(Math.min(one, other), Math.max(one, other));
        }

        boolean contain(int bar) {
            return bar >= first && bar <= last;
        }
    }

    private static final double HEIGHT = 96;
    private static final double TOP = 12;
    private static final double AXIS = 14;
    private static final int NO_BAR = -1;

    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private final Consumer<@Nullable Bars> onBrush;
    private @Nullable SpanStatistics figures;
    private @Nullable State state;
    private int marked = NO_BAR;
    private @Nullable Bars bars;
    private boolean kept;
    private int pressedAt = NO_BAR;

    /// @param onBrush is told which bars are pointed at, or null if none are any more
    HistogramChart(Appearance appearance, Consumer<@Nullable Bars> onBrush) {
        this.appearance = appearance;
        this.onBrush = onBrush;
        setId("histogram");
        setFocusTraversable(true);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        getChildren().add(canvas);
        setOnMouseMoved(this::point);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseExited(_ -> leave());
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(_ -> paint());
        appearance.themeProperty().subscribe(_ -> paint());
    }

    /// It paints itself.
    @Override
    protected Skin<?> createDefaultSkin() {
        return new SkinBase<Control>(this) {};
    }

    void show(SpanStatistics newFigures, State newState) {
        figures = newFigures;
        state = newState;
        describe();
        paint();
    }

    /// Lights up the bars of some durations without telling anybody: those that were lit before the
    /// figures changed, or the chart was away.
    void lightUp(long fromNanos, long toNanos) {
        SpanStatistics now = figures;
        if (now == null || now.histogram().bins() == 0) {
            return;
        }
        DurationHistogram bins = now.histogram();
        int end = bins.bins() - 1;
        boolean isOut = fromNanos >= bins.toNanos(end) || toNanos <= bins.fromNanos(0);
        kept = kept || bars == null;
        bars =
                isOut
                        ? null
                        : new Bars(
                                bins.binOf(Math.max(fromNanos, bins.fromNanos(0))),
                                bins.binOf(Math.min(toNanos, bins.toNanos(end)) - 1));
        describe();
        paint();
    }

    /// Outlines the bar of a duration; a negative one outlines none.
    void mark(long nanos) {
        marked = figures == null ? NO_BAR : figures.histogram().binOf(nanos);
        paint();
    }

    /// Shows nothing.
    void forget() {
        figures = null;
        state = null;
        marked = NO_BAR;
        letGo();
    }

    /// Lets go of the bars without telling anybody.
    void letGo() {
        bars = null;
        kept = false;
        paint();
    }

    private void brush(@Nullable Bars newBars, boolean keep) {
        kept = keep;
        if (newBars == null ? bars != null : !newBars.equals(bars)) {
            bars = newBars;
            onBrush.accept(newBars);
        }
        describe();
        paint();
    }

    private void describe() {
        SpanStatistics now = figures;
        State its = state;
        if (now == null || its == null) {
            return;
        }
        var text = new StringBuilder("Histogram of durations: ");
        text.append(now.count()).append(" spans of ").append(its.name());
        Bars chosen = bars;
        if (chosen != null) {
            text.append("; ").append(words(now.histogram(), chosen));
        }
        setAccessibleText(text.toString());
    }

    /// What some bars hold, e.g. `12 of 1 ms to 1.259 ms`.
    static String words(DurationHistogram histogram, Bars bars) {
        long count = 0;
        for (int bar = bars.first(); bar <= bars.last(); bar++) {
            count += histogram.count(bar);
        }
        return "%,d of %s to %s"
                .formatted(
                        count,
                        Inspector.time(histogram.fromNanos(bars.first())),
                        Inspector.time(histogram.toNanos(bars.last())));
    }

    private int barAt(double x) {
        int count = figures == null ? 0 : figures.histogram().bins();
        int bar = (int) Math.floor(x / Math.max(1, getWidth()) * count);
        return bar >= 0 && bar < count ? bar : NO_BAR;
    }

    private void point(MouseEvent event) {
        if (!kept) {
            int bar = barAt(event.getX());
            boolean filled = bar != NO_BAR && figures != null && figures.histogram().count(bar) > 0;
            brush(filled ? new Bars(bar, bar) : null, false);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedAt = barAt(event.getX());
        Bars before = bars;
        boolean again = kept && before != null && before.contain(pressedAt);
        brush(again || pressedAt == NO_BAR ? null : new Bars(pressedAt, pressedAt), !again);
    }

    private void drag(MouseEvent event) {
        int bar = barAt(Math.clamp(event.getX(), 0, Math.max(0, getWidth() - 1)));
        if (pressedAt != NO_BAR && bar != NO_BAR) {
            brush(Bars.between(pressedAt, bar), true);
        }
    }

    private void leave() {
        if (!kept) {
            brush(null, false);
        }
    }

    private void key(KeyEvent event) {
        int count = figures == null ? 0 : figures.histogram().bins();
        if (count == 0) {
            return;
        }
        Bars now = bars;
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                int step = event.getCode() == javafx.scene.input.KeyCode.LEFT ? -1 : 1;
                Bars next;
                if (now == null) {
                    int bar = marked == NO_BAR ? 0 : marked;
                    next = new Bars(bar, bar);
                } else if (event.isShiftDown()) {
                    next = Bars.between(now.first(), Math.clamp(now.last() + step, 0, count - 1));
                } else {
                    int bar = Math.clamp(now.last() + step, 0, count - 1);
                    next = new Bars(bar, bar);
                }
                brush(next, true);
                event.consume();
            }
            case ESCAPE -> {
                brush(null, false);
                event.consume();
            }
            default -> {}
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        pen.clearRect(0, 0, width, canvas.getHeight());
        SpanStatistics now = figures;
        State its = state;
        if (now == null || its == null || now.histogram().bins() == 0) {
            return;
        }
        Palette palette = appearance.palette();
        DurationHistogram histogram = now.histogram();
        double bin = width / histogram.bins();
        double ground = HEIGHT - AXIS;
        Bars lit = bars;
        int colour =
                its.kind().isWork()
                        ? palette.stage(its.name()).fill()
                        : palette.state(StateLook.of(its.kind()));
        for (int at = 0; at < histogram.bins(); at++) {
            long count = histogram.count(at);
            double height = count == 0 ? 0 : (ground - TOP) * count / histogram.mostInABin();
            height = count == 0 ? 0 : Math.max(1, height);
            boolean strong = lit == null ? at == marked : lit.contain(at);
            pen.setFill(Argb.fx(strong ? colour : Argb.withAlpha(colour, 0.45)));
            pen.fillRect(at * bin + 0.5, ground - height, Math.max(1, bin - 1), height);
            if (at == marked && count > 0) {
                pen.setStroke(Argb.fx(palette.ground().hl()));
                pen.strokeRect(at * bin + 0.5, ground - height - 0.5, bin - 1, height + 0.5);
            }
        }
        pen.setStroke(Argb.fx(isFocused() ? palette.ground().accent() : palette.ground().line2()));
        pen.strokeLine(0, ground + 0.5, width, ground + 0.5);
        if (lit != null) {
            pen.setStroke(Argb.fx(palette.ground().accent()));
            pen.strokeLine(lit.first() * bin, ground + 1.5, (lit.last() + 1) * bin, ground + 1.5);
        }
        percentile(pen, palette, now, now.p50Nanos(), "P50");
        percentile(pen, palette, now, now.p90Nanos(), "P90");
        labels(pen, palette, histogram, width);
    }

    /// A dotted line at the bar that holds a percentile.
    private static void percentile(
            GraphicsContext pen, Palette palette, SpanStatistics now, long nanos, String name) {
        DurationHistogram histogram = now.histogram();
        if (now.count() < 10 || ("P90".equals(name) && same(now))) {
            return;
        }
        double width = pen.getCanvas().getWidth();
        double x = Math.round((histogram.binOf(nanos) + 0.5) * width / histogram.bins()) + 0.5;
        pen.setStroke(Argb.fx(palette.ground().fg()));
        pen.setLineDashes(2, 3);
        pen.strokeLine(x, 2, x, HEIGHT - AXIS);
        pen.setLineDashes();
        pen.setFill(Argb.fx(palette.ground().muted()));
        pen.setFont(TextRole.AXIS.font());
        boolean fits = x + 26 < width;
        pen.setTextAlign(fits ? TextAlignment.LEFT : TextAlignment.RIGHT);
        pen.fillText(name, fits ? x + 3 : x - 3, 10);
    }

    /// Whether two of the lines would stand in each other's way.
    private static boolean same(SpanStatistics now) {
        int apart = now.histogram().binOf(now.p90Nanos()) - now.histogram().binOf(now.p50Nanos());
        return apart * 264.0 / now.histogram().bins() < 26;
    }

    private static void labels(
            GraphicsContext pen, Palette palette, DurationHistogram histogram, double width) {
        pen.setFill(Argb.fx(palette.ground().muted()));
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(Inspector.time(histogram.fromNanos(0)), 0, HEIGHT - 2);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(Inspector.time(histogram.toNanos(histogram.bins() - 1)), width, HEIGHT - 2);
    }
}
