package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.LaneLabel;
import dev.lanescope.chart.LaneLabels;
import dev.lanescope.chart.SelectionDrawing;
import dev.lanescope.chart.TimeAxis;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything on the lanes that is not a span: axis, [heads][HeadsInk], words on spans, the outline
/// of the chosen one, the live edge.
final class LanesInk {

    /// Height of the time axis above the lanes.
    static final int AXIS = 22;

    private static final double TICK_GAP = 80;

    private final Frame frame;
    private final HeadsInk heads;
    private final TextWidths axisText = new TextWidths(TextRole.NUM_SMALL.font());
    private final RangeInk ranges;
    private final TextWidths widths = new TextWidths(TextRole.AXIS.font());
    private final LaneLabels labels = new LaneLabels(widths);
    private List<LaneLabel> words = List.of();
    private List<LaneLabel> fixedWords = List.of();

    private final BrushInk brush = new BrushInk();
    private final FlowInk flow = new FlowInk();

    LanesInk(Frame frame, HeadsInk heads) {
        this.frame = frame;
        this.heads = heads;
        this.ranges = new RangeInk(frame);
    }

    /// Paints all of it. Where nothing lies on the lanes themselves, as on a run of a million spans
    /// none of which has room for a word, no canvas lies on them either: to blend an empty one
    /// costs as much as a full one.
    ///
    /// @param plot over axis, heads and lanes, or only over the axis
    /// @param column over the heads, while the plot leaves them out
    void paint(
            Canvas plot,
            Canvas column,
            double height,
            Optional<Snapshot> trace,
            Optional<Viewport> view) {
        if (frame.model().brushProperty().get().isEmpty()) {
            brush.forget();
        }
        words = List.of();
        fixedWords = List.of();
        if (trace.isPresent() && view.isPresent()) {
            words = labels.place(trace.get(), view.get(), false);
            fixedWords = labels.place(trace.get(), view.get(), true);
        }
        boolean bare = trace.isEmpty() || view.isEmpty() || isBare(trace.get(), view.get());
        double plotHeight = bare ? AXIS : height;
        if (plot.getHeight() != plotHeight) {
            plot.setHeight(plotHeight);
        }
        column.setVisible(bare);
        paintPlot(plot.getGraphicsContext2D(), plot.getWidth(), plotHeight, trace, view);
        if (bare) {
            paintColumn(column.getGraphicsContext2D(), height, trace, view);
        }
    }

    /// Whether nothing but spans can be seen on the lanes.
    private boolean isBare(Snapshot trace, Viewport view) {
        TimelineModel model = frame.model();
        return words.isEmpty()
                && fixedWords.isEmpty()
                && trace.finished()
                && trace.notes().isEmpty()
                && view.fixedHeight() == 0
                && view.rows().groups().isEmpty()
                && frame.phases(trace).isEmpty()
                && !heads.isDragging()
                && model.chosenSpan().isEmpty()
                && model.brushProperty().get().isEmpty()
                && model.rangeProperty().get().isEmpty()
                && model.measuredProperty().get().isEmpty();
    }

    private void paintColumn(
            GraphicsContext pen, double height, Optional<Snapshot> trace, Optional<Viewport> view) {
        Palette.Ground ground = frame.palette().ground();
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(Argb.fx(ground.bg()));
        pen.fillRect(0, 0, Frame.HEAD, height);
        if (trace.isPresent() && view.isPresent()) {
            heads.paint(pen, trace.get(), view.get(), Frame.HEAD);
            hairline(pen, ground, Frame.HEAD - 0.5, 0, Frame.HEAD - 0.5, height);
        }
        hairline(pen, ground, 0, AXIS - 0.5, Frame.HEAD, AXIS - 0.5);
    }

    private void paintPlot(
            GraphicsContext pen,
            double width,
            double height,
            Optional<Snapshot> trace,
            Optional<Viewport> view) {
        pen.clearRect(0, 0, width, height);
        pen.setTextBaseline(VPos.CENTER);
        Palette.Ground ground = frame.palette().ground();
        pen.setFill(Argb.fx(ground.bg()));
        pen.fillRect(0, 0, width, AXIS);
        pen.fillRect(0, 0, Frame.HEAD, height);
        hairline(pen, ground, 0, AXIS - 0.5, width, AXIS - 0.5);
        if (trace.isEmpty() || view.isEmpty()) {
            return;
        }
        paintAxis(pen, trace.get(), view.get());
        if (height <= AXIS) {
            return;
        }
        paintOnLanes(pen, trace.get(), view.get(), false);
        paintOnLanes(pen, trace.get(), view.get(), true);
        heads.paint(pen, trace.get(), view.get(), width);
        hairline(pen, ground, Frame.HEAD - 0.5, 0, Frame.HEAD - 0.5, height);
        ranges.paint(pen, trace.get(), view.get(), height);
        paintPhases(pen, trace.get(), view.get(), height);
        paintLiveEdge(pen, trace.get(), view.get(), height);
    }

    /// What lies on the lanes that scroll must not show on those that are fixed above them.
    ///
    /// @param fixed of which of the two
    private void paintOnLanes(GraphicsContext pen, Snapshot trace, Viewport view, boolean fixed) {
        double top = fixed ? 0 : view.fixedHeight();
        double height = fixed ? view.fixedHeight() : view.height() - top;
        pen.save();
        pen.beginPath();
        pen.rect(Frame.HEAD, AXIS + top, view.width(), height);
        pen.clip();
        paintWords(pen, trace, view, fixed);
        paintFigures(pen, trace, view, fixed);
        paintSelection(pen, view, fixed);
        pen.restore();
    }

    static void hairline(
            GraphicsContext pen, Palette.Ground ground, double x, double y, double x2, double y2) {
        pen.setFill(Argb.fx(ground.line()));
        pen.fillRect(Math.floor(x), Math.floor(y), Math.max(1, x2 - x), Math.max(1, y2 - y));
    }

    static void text(GraphicsContext pen, TextRole role, int colour, TextAlignment align) {
        pen.setFont(role.font());
        pen.setFill(Argb.fx(colour));
        pen.setTextAlign(align);
    }

    /// Without the figures that the name of a phase would cover in part.
    private void paintAxis(GraphicsContext pen, Snapshot trace, Viewport view) {
        List<PhaseMark> phases = phases(trace, view);
        Palette.Ground ground = frame.palette().ground();
        TimeAxis axis = TimeAxis.of(view.window(), view.width(), axisText, TICK_GAP);
        for (TimeAxis.Tick tick : axis.ticks()) {
            double x = Math.round(Frame.HEAD + tick.x()) + 0.5;
            if (x < Frame.HEAD) {
                continue;
            }
            Hairlines.down(
                    pen, Argb.fx(ground.line2()), x, AXIS - (tick.isMajor() ? 6 : 4), AXIS - 1);
            if (tick.isMajor() && x > Frame.HEAD + 16) {
                text(pen, TextRole.NUM_SMALL, ground.muted(), TextAlignment.CENTER);
                double width = axisText.applyAsDouble(tick.label());
                double middle = Math.min(x, Frame.HEAD + view.width() - 2 - width / 2);
                if (phases.stream().noneMatch(phase -> phase.covers(middle, width))) {
                    pen.fillText(tick.label(), middle, AXIS / 2.0 - 2);
                }
            }
        }
    }

    private void paintWords(GraphicsContext pen, Snapshot trace, Viewport view, boolean fixed) {
        Palette palette = frame.palette();
        for (LaneLabel label : fixed ? fixedWords : words) {
            int colour = palette.ground().muted();
            if (!label.isOnBand()) {
                State state = trace.state(label.state());
                colour =
                        state.kind().isWork()
                                ? palette.stage(state.name()).ink()
                                : palette.ground().fg();
            }
            double y = AXIS + label.y() + label.height() / 2;
            boolean veiled = isVeiled(view, label);
            if (veiled) { // the ink of a stage is meant for its full colour
                colour = palette.ground().fg();
            }
            boolean onHatch = !label.isOnBand() && !trace.state(label.state()).kind().isWork();
            if (veiled || onHatch) {
                pen.setFill(Argb.fx(palette.ground().inset()));
                pen.fillRect(Frame.HEAD + label.x() - 2, y - 6, width(label) + 4, 12);
            }
            text(pen, label.isOnBand() ? TextRole.PAGE : TextRole.AXIS, colour, TextAlignment.LEFT);
            pen.fillText(label.text(), Frame.HEAD + label.x(), y);
        }
    }

    private double width(LaneLabel label) {
        return Math.min(label.width(), widths.applyAsDouble(label.text()));
    }

    /// Whether more of a label than a line lies under the veil over stops.
    private boolean isVeiled(Viewport view, LaneLabel label) {
        long nanos =
                frame.jvm()
                        .veiledNanos(
                                view.nanosAt(label.x()), view.nanosAt(label.x() + width(label)));
        return nanos > 2 * view.window().nanosPerPixel(view.width());
    }

    /// What a histogram points at, and what led to the chosen span.
    private void paintFigures(GraphicsContext pen, Snapshot trace, Viewport view, boolean fixed) {
        TimelineModel model = frame.model();
        Palette palette = frame.palette();
        model.brushProperty()
                .get()
                .ifPresent(spans -> brush.paint(pen, trace, view, spans, palette, fixed));
        model.story()
                .property()
                .get()
                .ifPresent(story -> flow.paint(pen, trace, view, story, palette, fixed));
    }

    /// What is outlined because it is chosen: a span or slice, or the band of a page.
    static Optional<SelectionDrawing.Outline> chosen(TimelineModel model, Viewport view) {
        return model.chosenSpan()
                .map(span -> {
                    Box box =
                            model.chosenPage()
                                    .map(page -> HitTest.box(view, page))
                                    .or(() ->
                                            model.chosenSlice()
                                                    .map(slice -> HitTest.box(view, slice)))
                                    .orElseGet(() -> HitTest.box(view, span));
                    return SelectionDrawing.Outline.around(box, view.isFixed(span.lane()));
                });
    }

    private void paintSelection(GraphicsContext pen, Viewport view, boolean fixed) {
        chosen(frame.model(), view)
                .filter(outline -> outline.isFixed() == fixed)
                .map(SelectionDrawing.Outline::box)
                .ifPresent(box -> {
                    pen.setStroke(Argb.fx(frame.palette().ground().hl()));
                    pen.setLineWidth(2);
                    pen.strokeRoundRect(
                            Frame.HEAD + box.x(), AXIS + box.y(), box.width(), box.height(), 4, 4);
                    pen.setLineWidth(1);
                });
    }

    /// Where a phase begins, and where its name stands: right of that.
    private record PhaseMark(String name, double x, double left, double width) {

        boolean covers(double middle, double labelWidth) {
            return middle + labelWidth / 2 > left && middle - labelWidth / 2 < left + width;
        }
    }

    private List<PhaseMark> phases(Snapshot trace, Viewport view) {
        var marks = new ArrayList<PhaseMark>();
        for (PhaseTime phase : frame.phases(trace)) {
            double x = Math.round(Frame.HEAD + view.xOf(phase.startNanos())) + 0.5;
            boolean inSight = x >= Frame.HEAD && x < Frame.HEAD + view.width();
            if (phase.startNanos() > 0 && phase.items() > 0 && inSight) {
                String name = phase.phase().name();
                double width = axisText.applyAsDouble(name) + 12;
                double left = Math.min(x, Frame.HEAD + view.width() - width);
                marks.add(new PhaseMark(name, x, left, width));
            }
        }
        return marks;
    }

    /// A dashed line where a phase begins, with its name right of it.
    private void paintPhases(GraphicsContext pen, Snapshot trace, Viewport view, double height) {
        Palette.Ground ground = frame.palette().ground();
        for (PhaseMark mark : phases(trace, view)) {
            pen.setStroke(Argb.fx(ground.fg()));
            pen.setLineDashes(3, 3);
            pen.strokeLine(mark.x, AXIS, mark.x, height);
            pen.setLineDashes();
            chipAt(
                    pen,
                    mark.name,
                    mark.left,
                    mark.width,
                    Argb.fx(ground.line2()),
                    Argb.fx(ground.fg()));
        }
    }

    private void paintLiveEdge(GraphicsContext pen, Snapshot trace, Viewport view, double height) {
        if (trace.finished()) {
            return;
        }
        double x = Frame.HEAD + view.xOf(trace.endNanos());
        if (x < Frame.HEAD || x > Frame.HEAD + view.width()) {
            return;
        }
        Color accent = Argb.fx(frame.palette().ground().accent());
        Hairlines.down(pen, accent, x, AXIS, height);
        boolean paused = frame.model().pausedProperty().get();
        chip(pen, paused ? "Paused" : "Live", x, accent, Color.WHITE);
    }

    private void chip(GraphicsContext pen, String words, double x, Color fill, Color inkColour) {
        double width = axisText.applyAsDouble(words) + 12;
        double left = Math.max(Frame.HEAD, x - width / 2);
        chipAt(pen, words, left, width, fill, inkColour);
    }

    /// Words on the time axis, on a ground of their own.
    static void chipAt(
            GraphicsContext pen,
            String words,
            double left,
            double width,
            Color fill,
            Color inkColour) {
        pen.setFill(fill);
        pen.fillRoundRect(left, 2, width, AXIS - 5, 6, 6);
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(inkColour);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(words, left + width / 2, AXIS / 2.0 - 0.5);
    }
}
