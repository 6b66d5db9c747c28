package dev.lanescope.ui.timeline.charts;

import dev.lanescope.analysis.NiceStep;
import dev.lanescope.analysis.Throughput;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;

/// Pages per second over time, drawn by JFreeChart into a picture whose plot area begins exactly
/// where the lanes begin, so that one moment stands at one x in both.
final class ThroughputChart {

    /// Room for the figures of the range axis, left of the plot area.
    static final int AXIS_WIDTH = 34;

    private static final int MOST_TICKS = 5;

    /// Room below the plot area for the lower half of the figure at its bottom line.
    private static final int HALF_FIGURE = 6;

    private static final float[] DOTS = {1.5f, 3f};

    private final XYSeries rates = new XYSeries("pages/s");
    private final NumberAxis time = new NumberAxis();
    private final NumberAxis rate = new NumberAxis();
    private final XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
    private final XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final Appearance appearance;

    ThroughputChart(Appearance appearance) {
        this.appearance = appearance;
        var data = new XYSeriesCollection(rates);
        plot.setDataset(0, data);
        plot.setRenderer(0, area);
        plot.setDataset(1, data);
        plot.setRenderer(1, line);
        plot.setDomainAxis(time);
        plot.setRangeAxis(rate);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        var left = new AxisSpace();
        left.setLeft(AXIS_WIDTH);
        plot.setFixedRangeAxisSpace(left);
        var below = new AxisSpace();
        below.setBottom(HALF_FIGURE);
        plot.setFixedDomainAxisSpace(below);
        time.setVisible(false);
        time.setAutoRange(false);
        rate.setAutoRange(false);
        rate.setAxisLineVisible(false);
        rate.setTickMarksVisible(false);
        rate.setNumberFormatOverride(shortNumbers());
        rate.setTickLabelInsets(new RectangleInsets(0, 0, 0, 8));
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        appearance.themeProperty().subscribe(_ -> dress());
    }

    /// E.g. `800`, `12K`; the axis has no room for more.
    private static NumberFormat shortNumbers() {
        var format = NumberFormat.getCompactNumberInstance(Locale.ROOT, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format;
    }

    private void dress() {
        Palette.Ground ground = appearance.palette().ground();
        var accent = Argb.awt(ground.accent());
        chart.setBackgroundPaint(Argb.awt(ground.bg()));
        plot.setBackgroundPaint(Argb.awt(ground.inset()));
        plot.setRangeGridlinePaint(Argb.awt(ground.line()));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        rate.setTickLabelPaint(Argb.awt(ground.muted()));
        rate.setTickLabelFont(TextRole.NUM_SMALL.awtFont());
        area.setSeriesPaint(0, Argb.awt(Argb.withAlpha(ground.accent(), 0.16)));
        line.setSeriesPaint(0, accent);
        line.setSeriesStroke(0, new BasicStroke(1.6f));
    }

    /// Takes in the rates; a bucket at the live edge that has not its full width is left out, for
    /// its rate jumps.
    void show(Throughput throughput, OptionalDouble baseline) {
        rates.setNotify(false);
        rates.clear();
        double highest = 1;
        int buckets = throughput.buckets();
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (throughput.isWhole(bucket) || buckets == 1) {
                double value = throughput.rate(bucket);
                double middle = (throughput.startNanos(bucket) + throughput.endNanos(bucket)) / 2.0;
                rates.add(middle, value, false);
                highest = Math.max(highest, value);
            }
        }
        plot.clearRangeMarkers();
        if (baseline.isPresent()) {
            highest = Math.max(highest, baseline.getAsDouble());
            plot.addRangeMarker(sequential(baseline.getAsDouble()));
        }
        double step = NiceStep.atLeast(highest / MOST_TICKS);
        rate.setRange(0, withRoomForFigure(highest * 1.12, step));
        rate.setTickUnit(new NumberTickUnit(step));
    }

    /// A little more than `most` where the figure at the highest line would be cut in half.
    static double withRoomForFigure(double most, double step) {
        double line = Math.floor(most / step) * step;
        return Math.max(most, line * 1.07);
    }

    private ValueMarker sequential(double pagesPerSecond) {
        Palette.Ground ground = appearance.palette().ground();
        var marker =
                new ValueMarker(
                        pagesPerSecond,
                        Argb.awt(ground.muted()),
                        new BasicStroke(
                                1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DOTS, 0));
        marker.setLabel("sequential " + Math.round(pagesPerSecond));
        marker.setLabelFont(TextRole.AXIS.awtFont());
        marker.setLabelPaint(Argb.awt(ground.muted()));
        marker.setLabelBackgroundColor(Argb.awt(0));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        return marker;
    }

    /// Draws the part from one moment to another.
    void draw(BufferedImage image, double fromNanos, double toNanos) {
        time.setRange(fromNanos, Math.max(toNanos, fromNanos + 1));
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        chart.draw(pen, new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
        pen.dispose();
    }
}
