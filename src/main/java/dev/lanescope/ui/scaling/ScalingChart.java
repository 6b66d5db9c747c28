package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.Fit;
import dev.lanescope.analysis.scaling.Interval;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Hatch;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Speed-up over the number of workers, drawn by JFreeChart: the ideal line, whiskers where it was
/// measured, and both laws with their bands. Laws are solid where they were fitted and dashed on
/// shaded ground where they only guess; no line crosses the number of cores but a law that was
/// fitted below it. The points themselves are glyphs, for others to paint.
final class ScalingChart {

    private static final double STEPS = 48;
    private static final float[] DASHES = {5f, 4f};
    private static final float[] DOTS = {1.5f, 3f};
    private static final double AIR = 1.08;

    private final WorkersPlot axes = new WorkersPlot("'\u00d7'");
    private double most = 2;

    ScalingChart() {
        axes.nameWorkers("workers");
    }

    WorkersPlot axes() {
        return axes;
    }

    /// Puts what is to be drawn into the plot.
    ///
    /// @param sweeps all that are shown
    /// @param told the one of them whose laws are shown
    void show(List<Sweep> sweeps, Sweep told, Palette palette) {
        Scaling scaling = told.scaling();
        var plot = axes.plot();
        plot.clearAnnotations();
        plot.clearDomainMarkers();
        plot.clearRangeMarkers();
        axes.dress(palette.ground());
        most = mostWorkers(sweeps, told);
        axes.span(most, 0, highest(sweeps, scaling), 7);
        plot.setDataset(0, null);
        plot.setDataset(1, null);
        showIdeal(palette.ground());
        showOthers(sweeps, told, palette);
        showPoints(sweeps, told, palette);
        shadeGuesses(scaling, palette);
        scaling.fits().forEach(fit -> showLaw(told, fit, palette));
    }

    /// Laws are drawn to twice the most that they were fitted to, but not farther than that.
    private static double mostWorkers(List<Sweep> sweeps, Sweep told) {
        double measured =
                sweeps.stream()
                        .flatMap(sweep -> sweep.scaling().points().stream())
                        .mapToInt(Scaling.Point::workers)
                        .max()
                        .orElse(2);
        return told.scaling()
                .chosen()
                .map(fit -> Math.max(measured, Math.ceil(fit.most() * 1.5)))
                .orElse(measured);
    }

    private double highest(List<Sweep> sweeps, Scaling scaling) {
        double points =
                sweeps.stream()
                        .flatMap(sweep -> sweep.scaling().points().stream())
                        .mapToDouble(point -> point.speedUp().high())
                        .max()
                        .orElse(1);
        double laws = 0;
        for (Fit fit : scaling.fits()) {
            double from = scaling.chosen().filter(fit::equals).isPresent() ? most : fit.most();
            laws = Math.max(laws, fit.speedUp(from, scaling.baselineNanos()).high());
        }
        return Math.max(1, Math.max(points, Math.min(laws, 2 * points))) * AIR;
    }

    private void showIdeal(Palette.Ground ground) {
        var line = new XYSeries("ideal");
        double end = Math.min(most + 0.5, axes.mostValue());
        line.add(0.5, 0.5);
        line.add(end, end);
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Argb.awt(ground.muted()));
        renderer.setSeriesStroke(0, dashed(1, DASHES));
        set(0, new XYSeriesCollection(line), renderer);
        name("ideal", end * 0.93, end * 0.93, TextAnchor.BOTTOM_RIGHT, ground.muted());
    }

    /// Of the models that are not told of thin lines between what was measured, which end at the
    /// number of cores.
    private void showOthers(List<Sweep> sweeps, Sweep told, Palette palette) {
        var lines = new XYSeriesCollection();
        var renderer = new XYLineAndShapeRenderer(true, false);
        for (Sweep sweep : sweeps) {
            if (sweep.equals(told)) {
                continue;
            }
            for (boolean beyond : new boolean[] {false, true}) {
                var line = new XYSeries(sweep.title() + beyond);
                sweep.scaling().points().stream()
                        .filter(point -> point.beyondCores() == beyond)
                        .forEach(point -> line.add(point.workers(), point.speedUp().value()));
                renderer.setSeriesPaint(
                        lines.getSeriesCount(),
                        Argb.awt(Argb.withAlpha(hue(sweep, palette), beyond ? 0.4 : 0.6)));
                renderer.setSeriesStroke(lines.getSeriesCount(), new BasicStroke(1));
                lines.addSeries(line);
            }
        }
        set(1, lines, renderer);
    }

    private void showPoints(List<Sweep> sweeps, Sweep told, Palette palette) {
        var whiskers = new YIntervalSeriesCollection();
        var renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDrawYError(true);
        renderer.setDefaultShapesVisible(false);
        renderer.setDefaultLinesVisible(false);
        renderer.setCapLength(6);
        for (Sweep sweep : sweeps) {
            var series = new YIntervalSeries(sweep.title());
            for (Scaling.Point point : sweep.scaling().points()) {
                if (point.speedUp().isSure()) {
                    series.add(
                            point.workers(),
                            point.speedUp().value(),
                            point.speedUp().low(),
                            point.speedUp().high());
                }
            }
            double ink = sweep.equals(told) ? 1 : 0.5;
            renderer.setSeriesPaint(
                    whiskers.getSeriesCount(), Argb.awt(Argb.withAlpha(hue(sweep, palette), ink)));
            renderer.setSeriesStroke(whiskers.getSeriesCount(), new BasicStroke(1.2f));
            whiskers.addSeries(series);
        }
        renderer.setErrorPaint(null);
        set(2, whiskers, renderer);
    }

    /// What lies beyond the fit is shaded, and where the cores end stands a dotted line.
    private void shadeGuesses(Scaling scaling, Palette palette) {
        Palette.Ground ground = palette.ground();
        Optional<Fit> fit = scaling.chosen();
        double from = fit.map(law -> (double) law.most()).orElse((double) scaling.cores());
        if (from >= most + 0.5) {
            return;
        }
        if (fit.isPresent()) {
            var zone = new IntervalMarker(from, most + 0.5, stripes(ground));
            zone.setAlpha(1);
            axes.plot().addDomainMarker(zone, Layer.BACKGROUND);
        }
        var border = new ValueMarker(from, Argb.awt(ground.muted()), dashed(1, DOTS));
        axes.plot().addDomainMarker(border, Layer.FOREGROUND);
        boolean atCores = from == scaling.cores();
        String words =
                fit.isEmpty()
                        ? " " + scaling.cores() + " cores end here"
                        : atCores
                                ? " a guess: " + scaling.cores() + " cores end here"
                                : " a guess beyond what was measured";
        name(words, from, axes.mostValue() * 0.985, TextAnchor.TOP_LEFT, ground.muted());
    }

    private static TexturePaint stripes(Palette.Ground ground) {
        int side = 16;
        var tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                tile.setRGB(
                        x,
                        y,
                        Hatch.FAINT.ink(x, y)
                                ? Argb.withAlpha(ground.subtle(), 0.22)
                                : Argb.withAlpha(ground.raise2(), 0.35));
            }
        }
        return new TexturePaint(tile, new Rectangle(side, side));
    }

    private void showLaw(Sweep told, Fit fit, Palette palette) {
        boolean isChosen = told.scaling().chosen().filter(fit::equals).isPresent();
        boolean isAmdahl = fit.kind() == Fit.Kind.AMDAHL;
        int hue = isAmdahl ? palette.ground().warn() : hue(told, palette);
        var curves = new YIntervalSeriesCollection();
        curves.addSeries(curve(told.scaling(), fit, 1, fit.most()));
        curves.addSeries(curve(told.scaling(), fit, fit.most(), most + 0.5));
        var renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(isChosen ? 0.2f : 0.1f);
        for (int part = 0; part < 2; part++) {
            Color ink = Argb.awt(hue);
            renderer.setSeriesPaint(part, ink);
            renderer.setSeriesFillPaint(part, ink);
            float width = isChosen ? 2f : 1.2f;
            renderer.setSeriesStroke(
                    part, part == 0 ? new BasicStroke(width) : dashed(width, DASHES));
        }
        set(3 + fit.kind().ordinal(), curves, renderer);
        double end = fit.speedUp(most, told.scaling().baselineNanos()).value();
        double other =
                told.scaling().fits().stream()
                        .filter(each -> !each.equals(fit))
                        .mapToDouble(
                                each -> each.speedUp(most, told.scaling().baselineNanos()).value())
                        .max()
                        .orElse(0);
        boolean above = end > other || (end == other && isAmdahl);
        name(
                (isAmdahl ? "Amdahl" : "USL, " + told.contenders().getFirst().info().modelTitle())
                        + " ",
                most + 0.5,
                Math.min(end, axes.mostValue() * 0.9) + (above ? 1 : -1) * axes.mostValue() * 0.025,
                above ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT,
                hue);
    }

    private static YIntervalSeries curve(Scaling scaling, Fit fit, double from, double to) {
        var series = new YIntervalSeries(fit.kind() + " from " + from);
        for (int step = 0; step <= STEPS && to > from; step++) {
            double workers = from + (to - from) * step / STEPS;
            Interval at = fit.speedUp(workers, scaling.baselineNanos());
            series.add(workers, at.value(), at.low(), at.high());
        }
        return series;
    }

    private void name(String words, double x, double y, TextAnchor anchor, int argb) {
        var annotation = new XYTextAnnotation(words, x, y);
        annotation.setFont(TextRole.AXIS.awtFont());
        annotation.setPaint(Argb.awt(argb));
        annotation.setTextAnchor(anchor);
        axes.plot().addAnnotation(annotation);
    }

    private void set(
            int place,
            org.jfree.data.xy.XYDataset data,
            org.jfree.chart.renderer.xy.XYItemRenderer renderer) {
        axes.plot().setDataset(place, data);
        axes.plot().setRenderer(place, renderer);
    }

    static int hue(Sweep sweep, Palette palette) {
        return palette.model(ModelLook.of(sweep.model()));
    }

    private static BasicStroke dashed(float width, float[] pattern) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }
}
