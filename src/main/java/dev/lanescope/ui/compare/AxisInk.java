package dev.lanescope.ui.compare;

import dev.lanescope.analysis.NiceStep;
import dev.lanescope.analysis.compare.RunStage;
import dev.lanescope.chart.TimeAxis;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The axis above compared lanes: moments, numbers of pages, or the names of stages.
final class AxisInk {

    private static final double TICK_GAP = 60;
    private static final double MIDDLE = RaceLanes.AXIS / 2.0;

    private final CompareModel model;
    private final Appearance appearance;
    private final TextWidths numbers = new TextWidths(TextRole.NUM_SMALL.font());

    AxisInk(CompareModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    void paint(GraphicsContext pen, RaceLanes lanes, double width) {
        Palette.Ground ground = appearance.palette().ground();
        pen.setFill(Argb.fx(ground.bg()));
        pen.fillRect(0, 0, width, RaceLanes.AXIS);
        pen.setFont(TextRole.AXIS.font());
        pen.setFill(Argb.fx(ground.muted()));
        pen.setTextAlign(TextAlignment.LEFT);
        Aligned aligned = model.axis().aligned();
        TimeWindow window = model.axis().windowProperty().get();
        pen.fillText(title(aligned.by()), 12, MIDDLE);
        switch (aligned.by()) {
            case TIME -> paintMoments(pen, lanes, window, width);
            case PAGE -> paintMoments(pen, lanes, window.panned(-aligned.unit()), width);
            case PAGES -> paintPages(pen, lanes, aligned, window, width);
            case STAGE -> paintStages(pen, lanes, aligned, width);
        }
        Hairlines.across(pen, Argb.fx(ground.line()), 0, width, RaceLanes.AXIS - 1);
    }

    private static String title(Alignment by) {
        return switch (by) {
            case TIME -> "One clock, t\u2080 = submit";
            case PAGES -> "Pages done";
            case STAGE -> "Stage by stage";
            case PAGE -> "Since the page began";
        };
    }

    private void paintMoments(
            GraphicsContext pen, RaceLanes lanes, TimeWindow window, double width) {
        var axis = TimeAxis.of(window, lanes.plotWidth(), numbers, TICK_GAP);
        for (TimeAxis.Tick tick : axis.ticks()) {
            double x = RaceLanes.HEAD + tick.x();
            mark(pen, x, tick.isMajor());
            if (tick.isMajor()) {
                label(pen, tick.label(), x, width);
            }
        }
    }

    private void paintPages(
            GraphicsContext pen,
            RaceLanes lanes,
            Aligned aligned,
            TimeWindow window,
            double width) {
        double perPixel = window.nanosPerPixel(lanes.plotWidth()) / aligned.unit();
        long step = NiceStep.atLeast(TICK_GAP * perPixel);
        double last = Math.min(aligned.pages() + 0.5, window.endNanos() / aligned.unit());
        long first = (long) Math.ceil(Math.max(0, window.startNanos() / aligned.unit()) / step);
        for (long pages = first * step; pages <= last; pages += step) {
            double x = lanes.xOfPlace(pages * aligned.unit());
            mark(pen, x, true);
            label(pen, Long.toString(pages), x, width);
        }
    }

    private void paintStages(GraphicsContext pen, RaceLanes lanes, Aligned aligned, double width) {
        for (RunStage stage : aligned.stages()) {
            double from = Math.max(RaceLanes.HEAD, lanes.xOfPlace((double) stage.startNanos()));
            double to = Math.min(width, lanes.xOfPlace((double) stage.endNanos()));
            if (to > from) {
                mark(pen, from, true);
            }
            if (to - from > numbers.applyAsDouble(stage.name()) + 8) {
                label(pen, stage.name(), (from + to) / 2, width);
            }
        }
    }

    private void mark(GraphicsContext pen, double x, boolean major) {
        Color colour = Argb.fx(appearance.palette().ground().line2());
        int bottom = RaceLanes.AXIS - 1;
        Hairlines.down(pen, colour, x, bottom - (major ? 6 : 3), bottom);
    }

    private void label(GraphicsContext pen, String words, double x, double width) {
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setFill(Argb.fx(appearance.palette().ground().muted()));
        pen.setTextAlign(TextAlignment.CENTER);
        double half = numbers.applyAsDouble(words) / 2;
        pen.fillText(words, Math.clamp(x, RaceLanes.HEAD + half + 2, width - half - 2), MIDDLE - 2);
    }
}
