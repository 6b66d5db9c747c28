package dev.lanescope.ui.timeline.charts;

import dev.lanescope.chart.CounterColumns;
import dev.lanescope.chart.HolderStrip;
import dev.lanescope.chart.Picture;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.timeline.frame.CounterLook;
import dev.lanescope.ui.timeline.frame.CursorLine;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What was counted beside the lanes, a row each on the same time axis: queues, waiting threads,
/// who has the lock, heap and processors. Counters that never left 0 take no room; no row, no pane.
public final class CountersPane extends Region {

    /// How many counters of the model are shown; those of the machine come after them.
    private static final int MOST_ROWS = 8;

    /// From this width on a stretch with one holder bears its name.
    private static final double NAMED_HOLDER = 46;

    /// A row with its name above its figures, and one with both in a line, for low windows.
    private static final int ROW = 26;

    private static final int LOW_ROW = 15;

    /// How wide a character of the figures is, generously.
    private static final double DIGIT = 7;

    /// How much of the timeline's height the rows may take before they become low.
    private static final double SHARE = 0.18;

    private final Frame frame;
    private final PixelPane pixels = new PixelPane(this::paint);
    private final Canvas overlay = new Canvas();
    private final Canvas heads = new Canvas();
    private List<CounterView> counters = List.of();
    private long endNanos;
    private int row = ROW;

    public CountersPane(Frame frame) {
        this.frame = frame;
        setId("counters");
        setAccessibleText("What was counted over time: queues, waiting threads, heap, processors");
        overlay.setMouseTransparent(true);
        heads.setMouseTransparent(true);
        heads.setWidth(Frame.HEAD);
        getChildren().addAll(pixels, overlay, heads, new CursorLine(frame, this, 1));
        managedProperty().bind(visibleProperty());
        setVisible(false);
        frame.addPicture(this::update);
        frame.addInk(this::paintInk);
        frame.addCursor(this::paintHeads);
    }

    private void update() {
        counters =
                Stream.concat(
                                counted()
                                        .filter(counter -> !isOfTheMachine(counter))
                                        .limit(MOST_ROWS),
                                counted().filter(CountersPane::isOfTheMachine))
                        .toList();
        endNanos = frame.trace().map(Snapshot::endNanos).orElse(0L);
        double room = getParent() == null ? 0 : SHARE * getParent().getLayoutBounds().getHeight();
        row = ROW * counters.size() <= room ? ROW : LOW_ROW;
        double height = row * (double) counters.size();
        setVisible(!counters.isEmpty());
        if (getPrefHeight() != height) {
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
        }
        pixels.repaint();
    }

    private Stream<CounterView> counted() {
        return frame.trace().stream()
                .map(Snapshot::counters)
                .flatMap(List::stream)
                .filter(counter -> counter.most() > 0)
                .filter(counter -> !CounterNames.isSum(counter.name()));
    }

    private static boolean isOfTheMachine(CounterView counter) {
        return CounterLook.of(counter).isOfTheMachine();
    }

    @Override
    protected void layoutChildren() {
        pixels.resizeRelocate(Frame.HEAD, 1, Math.max(1, getWidth() - Frame.HEAD), getHeight() - 1);
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        heads.setHeight(getHeight());
        frame.changed();
    }

    private void paint(int[] argb, int width, int height) {
        Palette.Ground ground = frame.palette().ground();
        Arrays.fill(argb, ground.inset());
        var picture = new Picture(argb, width, height, width);
        var window = frame.model().windowProperty().get();
        int mean = ground.accentEmphasis();
        int peak = Argb.over(Argb.withAlpha(mean, 0.45), ground.inset());
        for (int index = 0; index < counters.size(); index++) {
            CounterView counter = counters.get(index);
            if (HolderStrip.suits(counter)) {
                HolderStrip.paint(
                        counter,
                        window,
                        endNanos,
                        picture,
                        index * row + 2,
                        row - 3,
                        this::holderColour);
                continue;
            }
            new CounterColumns(counter, window, endNanos, width)
                    .paint(
                            picture,
                            index * row + 2,
                            row - 3,
                            Math.max(1, counter.most()),
                            mean,
                            peak);
        }
        frame.jvm().tint(picture, 0);
    }

    /// A colour of its own for every worker, the same in all runs.
    private int holderColour(int lane) {
        return frame.palette().stage("worker " + (lane + 1)).fill();
    }

    private void paintInk() {
        GraphicsContext pen = overlay.getGraphicsContext2D();
        Color line = Argb.fx(frame.palette().ground().line());
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setTextBaseline(VPos.CENTER);
        for (int index = 0; index < counters.size(); index++) {
            double top = index * (double) row;
            Hairlines.across(pen, line, 0, getWidth(), top);
            if (HolderStrip.suits(counters.get(index))) {
                nameHolders(pen, counters.get(index), top);
            }
        }
        Hairlines.down(pen, line, Frame.HEAD - 1, 0, getHeight());
    }

    /// What the counters stood at under the pointer.
    private void paintHeads() {
        GraphicsContext pen = heads.getGraphicsContext2D();
        pen.clearRect(0, 0, Frame.HEAD, getHeight());
        pen.setTextBaseline(VPos.CENTER);
        for (int index = 0; index < counters.size(); index++) {
            label(pen, counters.get(index), index * (double) row, frame.palette().ground());
        }
    }

    private void nameHolders(GraphicsContext pen, CounterView counter, double top) {
        var window = frame.model().windowProperty().get();
        double width = getWidth() - Frame.HEAD;
        pen.setFont(TextRole.AXIS.font());
        pen.setTextAlign(TextAlignment.LEFT);
        for (var piece : HolderStrip.pieces(counter, window, endNanos, width, NAMED_HOLDER)) {
            pen.setFill(Argb.fx(frame.palette().stage("worker " + (piece.lane() + 1)).ink()));
            pen.fillText(
                    "worker " + (piece.lane() + 1),
                    Frame.HEAD + piece.x() + 4,
                    top + row / 2.0,
                    piece.width() - 6);
        }
    }

    private void label(
            GraphicsContext pen, CounterView counter, double top, Palette.Ground ground) {
        var cursor = frame.model().cursorProperty().get();
        long value = counter.valueAt(Math.round(cursor.orElse((double) endNanos)));
        CounterLook look = CounterLook.of(counter);
        boolean low = row == LOW_ROW;
        double width = Frame.HEAD - 16;
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(ground.muted()));
        pen.setTextAlign(low ? TextAlignment.RIGHT : TextAlignment.LEFT);
        String figures = figures(look, value, counter.most(), low);
        pen.fillText(figures, low ? Frame.HEAD - 6 : 10, top + (low ? 8 : 19), width);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(TextRole.SMALL.font());
        pen.setFill(Argb.fx(ground.fg()));
        String title = look.title(counter);
        String name = low ? title.replace("waiting for", "wait") : title;
        pen.fillText(name, 10, top + 8, low ? width - DIGIT * figures.length() : width);
    }

    /// What it stands at, and the most there was; of lanes there is no most.
    private static String figures(CounterLook look, long value, long most, boolean low) {
        if (look == CounterLook.LANE) {
            return look.words(value);
        }
        return low ? look.briefly(most) : look.words(value, most);
    }
}
