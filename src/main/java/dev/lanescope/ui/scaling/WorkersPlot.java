package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.NiceStep;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// A figure over the number of workers: the axes, their dress, and where a value stands in the
/// picture that JFreeChart drew last. What is drawn in it is for others to add to [#plot].
final class WorkersPlot {

    private static final int MOST_TICKS = 12;

    /// Steps of the value axis are whole in these.
    private static final double PARTS = 1_000;

    private final NumberAxis workers = new NumberAxis();
    private final NumberAxis values = new NumberAxis();
    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final ChartRenderingInfo drawn = new ChartRenderingInfo();

    /// @param unit what stands behind the figures of the value axis, quoted as a number format has
    ///   it; may be empty
    WorkersPlot(String unit) {
        plot.setDomainAxis(workers);
        plot.setRangeAxis(values);
        plot.setInsets(new RectangleInsets(12, 8, 4, 14));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        for (NumberAxis axis : new NumberAxis[] {workers, values}) {
            axis.setAutoRange(false);
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
        }
        values.setTickLabelInsets(new RectangleInsets(0, 0, 0, 6));
        workers.setTickLabelInsets(new RectangleInsets(4, 0, 0, 0));
        values.setNumberFormatOverride(
                new DecimalFormat("0.##" + unit, DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    XYPlot plot() {
        return plot;
    }

    void dress(Palette.Ground ground) {
        chart.setBackgroundPaint(Argb.awt(ground.inset()));
        plot.setBackgroundPaint(Argb.awt(ground.inset()));
        plot.setRangeGridlinePaint(Argb.awt(ground.line()));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        for (NumberAxis axis : new NumberAxis[] {workers, values}) {
            axis.setTickLabelPaint(Argb.awt(ground.muted()));
            axis.setTickLabelFont(TextRole.NUM_SMALL.awtFont());
            axis.setLabelPaint(Argb.awt(ground.muted()));
            axis.setLabelFont(TextRole.AXIS.awtFont());
        }
    }

    void nameWorkers(String name) {
        workers.setLabel(name);
    }

    /// Sets what the axes span.
    ///
    /// @param mostLines about how many lines there may be across
    void span(double mostWorkers, double least, double most, int mostLines) {
        workers.setRange(0.5, mostWorkers + 0.5);
        workers.setTickUnit(
                new NumberTickUnit(Math.max(1, Math.ceil((mostWorkers - 1) / MOST_TICKS))));
        double step = NiceStep.atLeast((most - least) / mostLines * PARTS) / PARTS;
        values.setTickUnit(new NumberTickUnit(step));
        values.setRange(Math.floor(least / step) * step, Math.ceil(most / step) * step);
    }

    /// Draws all of it.
    void draw(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(pen, new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()), drawn);
        pen.dispose();
    }

    /// Where the plot lies in the picture.
    Rectangle2D area() {
        return drawn.getPlotInfo().getDataArea();
    }

    double xOf(double number) {
        return workers.valueToJava2D(number, area(), RectangleEdge.BOTTOM);
    }

    double yOf(double value) {
        return values.valueToJava2D(value, area(), RectangleEdge.LEFT);
    }

    double workersAt(double x) {
        return workers.java2DToValue(x, area(), RectangleEdge.BOTTOM);
    }

    double mostValue() {
        return values.getUpperBound();
    }
}
