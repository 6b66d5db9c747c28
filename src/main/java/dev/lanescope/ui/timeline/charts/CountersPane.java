package dev.lanescope.ui.timeline.charts;

import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.CounterColumns;
import dev.lanescope.chart.HolderStrip;
import dev.lanescope.chart.Picture;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.frame.CounterLook;
import dev.lanescope.ui.timeline.frame.CursorLine;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.frame.HoverCard;

import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// What was counted beside the lanes, a row each on the same time axis: queues, waiting threads,
/// who has the lock, heap and processors. No row, no pane. Of very many counters the first have a
/// row, and a button that says how many more there are shows all; they scroll where they do not
/// fit.
public final class CountersPane extends Region {

    /// From this width on a stretch with one holder bears its name.
    private static final double NAMED_HOLDER = 46;

    /// A row with its name above its figures, and one with both in a line, for low windows.
    private static final int ROW = 26;

    private static final int LOW_ROW = 15;

    /// How much of the timeline's height the rows may take before they become low, and before they
    /// scroll.
    private static final double SHARE = 0.18;

    private static final double MOST_SHARE = 0.3;

    /// How much of it stays to the lanes.
    private static final double OF_LANES = 1 / 3.0;

    private static final double MORE_HEIGHT = 20;
    private static final double BAR = 12;

    private final Frame frame;
    private final PixelPane pixels = new PixelPane(this::paint);
    private final Canvas overlay = new Canvas();
    private final Canvas heads = new Canvas();
    private final Button more = new Button();
    private final ScrollBar bar = new ScrollBar();
    private final HoverCard card;
    private final TextWidths names = new TextWidths(TextRole.SMALL.font());
    private final TextWidths digits = new TextWidths(TextRole.NUM_SMALL.font());
    private CounterRows rows = CounterRows.NONE;
    private boolean all;
    private long endNanos;
    private int row = ROW;

    public CountersPane(Frame frame) {
        this.frame = frame;
        this.card = new HoverCard(frame);
        setId("counters");
        setAccessibleText("What was counted over time: queues, waiting threads, heap, processors");
        overlay.setMouseTransparent(true);
        heads.setMouseTransparent(true);
        heads.setWidth(Frame.HEAD);
        more.setId("more-counters");
        more.getStyleClass().addAll("flat", "small", "text-small");
        more.setStyle("-fx-padding: 0 10 0 10; -fx-alignment: center-left");
        more.setOnAction(_ -> toggle());
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(ROW);
        bar.setAccessibleText("Scroll the counters");
        bar.valueProperty().subscribe(_ -> frame.changed());
        getChildren()
                .addAll(
                        pixels,
                        overlay,
                        heads,
                        new CursorLine(frame, this, 1),
                        bar,
                        more,
                        card.node());
        managedProperty().bind(visibleProperty());
        setVisible(false);
        frame.addPicture(this::update);
        frame.addInk(this::paintInk);
        frame.addCursor(this::paintHeads);
        frame.model().windowProperty().subscribe(_ -> card.hide());
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> leave());
        setOnScroll(this::scroll);
    }

    private void toggle() {
        all = !all;
        bar.setValue(0);
        frame.changed();
    }

    private void update() {
        rows = frame.trace().map(trace -> CounterRows.of(trace, all)).orElse(CounterRows.NONE);
        endNanos = frame.trace().map(Snapshot::endNanos).orElse(0L);
        double room = getParent() == null ? 0 : getParent().getLayoutBounds().getHeight();
        int count = rows.shown().size();
        row = ROW * count <= SHARE * room ? ROW : LOW_ROW;
        boolean foldable = rows.more() > 0 || rows.ofModel() > CounterRows.FIRST;
        more.setVisible(foldable);
        more.setText(rows.more() > 0 ? rows.more() + " more" : "fewer");
        more.setAccessibleText(
                rows.more() > 0 ? "Show " + rows.more() + " more counters" : "Show fewer counters");
        double most = Math.min(MOST_SHARE * room, leftByOthers(room));
        double fits = Math.max(LOW_ROW, Math.floor(most / row) * row);
        double picture = Math.min(fits, row * (double) count);
        bar.setMax(Math.max(0, row * (double) count - picture));
        bar.setVisibleAmount(bar.getMax() * picture / Math.max(1.0, row * (double) count));
        bar.setVisible(bar.getMax() > 0);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
        setVisible(count > 0);
        double height = picture + (foldable ? MORE_HEIGHT : 0);
        if (getPrefHeight() != height) {
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
        }
        pixels.repaint();
    }

    /// What all else in the timeline leaves: each takes what it needs, and the lanes their share,
    /// or less if they are few.
    private double leftByOthers(double room) {
        double left = room - (more.isVisible() ? MORE_HEIGHT : 0);
        if (getParent() != null) {
            for (Node other : getParent().getChildrenUnmodifiable()) {
                if ("lanes".equals(other.getId())) {
                    left -= Math.min(OF_LANES * room, other.maxHeight(getWidth()));
                } else if (other != this && other.isManaged()) {
                    left -= other.minHeight(getWidth());
                }
            }
        }
        return left;
    }

    private List<CounterView> counters() {
        return rows.shown();
    }

    /// Where a row begins in the pane; above it or below it if it is scrolled away.
    private int top(int index) {
        return index * row - (int) bar.getValue();
    }

    /// How much of the pane is rows.
    private double rowsHeight() {
        return getHeight() - (more.isVisible() ? MORE_HEIGHT : 0);
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(2, rowsHeight());
        pixels.resizeRelocate(Frame.HEAD, 1, Math.max(1, getWidth() - Frame.HEAD), height - 1);
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        heads.setHeight(height);
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, height);
        more.resizeRelocate(0, height + 1, Frame.HEAD - 1, MORE_HEIGHT - 1);
        frame.changed();
    }

    private void paint(int[] argb, int width, int height) {
        Palette.Ground ground = frame.palette().ground();
        Arrays.fill(argb, ground.inset());
        var picture = new Picture(argb, width, height, width);
        var window = frame.model().windowProperty().get();
        int mean = ground.accentEmphasis();
        int peak = Argb.over(Argb.withAlpha(mean, 0.45), ground.inset());
        for (int index = 0; index < counters().size(); index++) {
            CounterView counter = counters().get(index);
            int top = top(index) + 2;
            if (top + row <= 0 || top >= height) {
                continue;
            }
            if (HolderStrip.suits(counter)) {
                HolderStrip.paint(
                        counter, window, endNanos, picture, top, row - 3, this::holderColour);
            } else {
                new CounterColumns(counter, window, endNanos, width)
                        .paint(picture, top, row - 3, scale(counter), mean, peak);
            }
        }
        frame.jvm().tint(picture, 0);
    }

    private static CounterColumns.Scale scale(CounterView counter) {
        return new CounterColumns.Scale(counter.least(), counter.most());
    }

    /// A colour of its own for every worker, the same in all runs.
    private int holderColour(int lane) {
        return frame.palette().stage("worker " + (lane + 1)).fill();
    }

    private void paintInk() {
        GraphicsContext pen = overlay.getGraphicsContext2D();
        Palette.Ground ground = frame.palette().ground();
        Color line = Argb.fx(ground.line());
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.save();
        pen.beginPath();
        pen.rect(0, 0, getWidth(), rowsHeight());
        pen.clip();
        pen.setTextBaseline(VPos.CENTER);
        for (int index = 0; index < counters().size(); index++) {
            CounterView counter = counters().get(index);
            Hairlines.across(pen, line, 0, getWidth(), top(index));
            if (HolderStrip.suits(counter)) {
                nameHolders(pen, counter, top(index));
            } else if (counter.least() < 0) {
                int zero = top(index) + 3 + scale(counter).rowsAbove(row - 3);
                Hairlines.across(pen, Argb.fx(ground.muted()), Frame.HEAD, getWidth(), zero);
            }
        }
        pen.restore();
        if (more.isVisible()) {
            Hairlines.across(pen, line, 0, getWidth(), rowsHeight());
        }
        Hairlines.down(pen, line, Frame.HEAD - 1, 0, getHeight());
    }

    /// What the counters stood at under the pointer.
    private void paintHeads() {
        GraphicsContext pen = heads.getGraphicsContext2D();
        pen.clearRect(0, 0, Frame.HEAD, heads.getHeight());
        pen.setTextBaseline(VPos.CENTER);
        for (int index = 0; index < counters().size(); index++) {
            label(pen, counters().get(index), top(index), frame.palette().ground());
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
        CounterLook look = CounterLook.of(counter);
        boolean low = row == LOW_ROW;
        double width = Frame.HEAD - 16;
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(ground.muted()));
        pen.setTextAlign(low ? TextAlignment.RIGHT : TextAlignment.LEFT);
        String figures = figures(look, counter, low);
        pen.fillText(figures, low ? Frame.HEAD - 6 : 10, top + (low ? 8 : 19), width);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(TextRole.SMALL.font());
        pen.setFill(Argb.fx(ground.fg()));
        String title = look.title(counter);
        double room = low ? width - 2 - digits.applyAsDouble(figures) : width;
        String name = names.applyAsDouble(title) <= room ? title : look.briefTitle(counter);
        pen.fillText(names.cut(name, room), 10, top + 8);
    }

    /// What it stands at, and the most there was; of lanes there is no most. In a low row the one
    /// while there is a cursor, otherwise the other.
    private String figures(CounterLook look, CounterView counter, boolean low) {
        OptionalDouble cursor = frame.model().cursorProperty().get();
        long value = counter.valueAt(Math.round(cursor.orElse((double) endNanos)));
        if (look == CounterLook.LANE) {
            return look.words(value);
        }
        if (low) {
            return look.briefly(cursor.isPresent() ? value : counter.most());
        }
        return look.words(value, counter.least(), counter.most());
    }

    private void hover(MouseEvent event) {
        int index = (int) Math.floor((event.getY() + bar.getValue()) / row);
        boolean onRow = event.getY() < rowsHeight() && index < counters().size();
        boolean onAxis = event.getX() >= Frame.HEAD;
        double moment =
                frame.model()
                        .windowProperty()
                        .get()
                        .nanosAt(event.getX() - Frame.HEAD, getWidth() - Frame.HEAD);
        frame.model()
                .cursorProperty()
                .set(onAxis ? OptionalDouble.of(moment) : OptionalDouble.empty());
        if (onRow) {
            card.showAbove(words(counters().get(index), onAxis, moment), event.getX());
        } else {
            card.hide();
        }
    }

    /// The whole name, where it stands at a moment, and between what it was.
    private String words(CounterView counter, boolean onAxis, double moment) {
        CounterLook look = CounterLook.of(counter);
        boolean inRun = onAxis && moment >= 0 && moment < endNanos;
        String now =
                inRun
                        ? "  "
                                + look.words(counter.valueAt(Math.round(moment)))
                                + " at "
                                + Durations.text(Math.round(moment))
                        : "";
        String range =
                look == CounterLook.LANE
                        ? ""
                        : "\nfrom "
                                + look.words(counter.least())
                                + " to "
                                + look.words(counter.most());
        return look.title(counter) + now + range;
    }

    private void leave() {
        frame.model().cursorProperty().set(OptionalDouble.empty());
        card.hide();
    }

    /// The wheel scrolls where there is something to scroll.
    private void scroll(ScrollEvent event) {
        if (bar.isVisible() && event.getDeltaY() != 0 && !event.isShortcutDown()) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        }
    }
}
