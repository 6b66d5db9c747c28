package dev.lanescope.ui.experiment;

import dev.lanescope.lab.Unit;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.Theme;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Map;

/// Lines in the hues of models, drawn by JFreeChart: those of one model differ in their dashes. A
/// legend to the right says which is which.
final class CurvePlot {

    private static final float[][] DASHES = {{}, {7f, 4f}, {2f, 3f}, {10f, 3f, 2f, 3f}};
    private static final double DECADE = 10;

    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, true);
    private final Map<String, Integer> linesOfModel = new HashMap<>();
    private XYSeriesCollection data = new XYSeriesCollection();
    private XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    private Palette palette = Theme.DARK.palette();

    CurvePlot() {
        plot.setInsets(new RectangleInsets(12, 8, 4, 14));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.getLegend().setPosition(RectangleEdge.RIGHT);
        chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
    }

    /// Takes everything out that was drawn.
    void clear(Palette colours) {
        palette = colours;
        Palette.Ground ground = colours.ground();
        linesOfModel.clear();
        data = new XYSeriesCollection();
        renderer = new XYLineAndShapeRenderer();
        plot.setDataset(data);
        plot.setRenderer(renderer);
        chart.setBackgroundPaint(Argb.awt(ground.inset()));
        plot.setBackgroundPaint(Argb.awt(ground.inset()));
        plot.setRangeGridlinePaint(Argb.awt(ground.line()));
        plot.setDomainGridlinePaint(Argb.awt(ground.line()));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        LegendTitle legend = chart.getLegend();
        legend.setItemFont(TextRole.AXIS.awtFont());
        legend.setItemPaint(Argb.awt(ground.fg()));
        legend.setBackgroundPaint(Argb.awt(ground.inset()));
    }

    /// Says what the axes count.
    void axes(String x, Unit unitX, boolean logX, String y, Unit unitY, boolean logY) {
        plot.setDomainAxis(axis(x, unitX, logX));
        plot.setRangeAxis(axis(y, unitY, logY));
    }

    private ValueAxis axis(String label, Unit unit, boolean logarithmic) {
        ValueAxis axis;
        if (logarithmic) {
            var log = new LogAxis(label);
            log.setBase(DECADE);
            log.setNumberFormatOverride(new InUnit(unit));
            log.setTickUnit(new NumberTickUnit(1, new InUnit(unit)));
            axis = log;
        } else {
            var plain = new NumberAxis(label);
            plain.setNumberFormatOverride(new InUnit(unit));
            axis = plain;
        }
        Palette.Ground ground = palette.ground();
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
        axis.setTickLabelPaint(Argb.awt(ground.muted()));
        axis.setTickLabelFont(TextRole.NUM_SMALL.awtFont());
        axis.setLabelPaint(Argb.awt(ground.muted()));
        axis.setLabelFont(TextRole.AXIS.awtFont());
        return axis;
    }

    /// A line with a dot at each point.
    void line(XYSeries series, String model) {
        add(series, model, true, true);
    }

    /// Points alone, hollow, and bigger than those of lines.
    void points(XYSeries series, String model) {
        int number = add(series, model, false, true);
        if (number >= 0) {
            renderer.setSeriesShape(number, new Ellipse2D.Double(-6, -6, 12, 12));
            renderer.setSeriesShapesFilled(number, false);
        }
    }

    /// A line alone.
    void outline(XYSeries series, String model) {
        add(series, model, true, false);
    }

    private int add(XYSeries series, String model, boolean lines, boolean shapes) {
        if (series.isEmpty()) {
            return -1;
        }
        int number = data.getSeriesCount();
        data.addSeries(series);
        int line = linesOfModel.merge(model, 1, Integer::sum) - 1;
        renderer.setSeriesPaint(number, Argb.awt(palette.model(ModelLook.of(model))));
        renderer.setSeriesStroke(number, stroke(DASHES[line % DASHES.length]));
        renderer.setSeriesShape(number, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        renderer.setSeriesLinesVisible(number, lines);
        renderer.setSeriesShapesVisible(number, shapes);
        return number;
    }

    private static BasicStroke stroke(float[] dashes) {
        return dashes.length == 0
                ? new BasicStroke(1.8f)
                : new BasicStroke(
                        1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    /// How many lines and points there are.
    int series() {
        return data.getSeriesCount();
    }

    /// Draws all of it; nothing but the ground if there is nothing.
    void draw(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var whole = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
        if (data.getSeriesCount() == 0) {
            pen.setColor(Argb.awt(palette.ground().inset()));
            pen.fill(whole);
        } else {
            chart.draw(pen, whole);
        }
        pen.dispose();
    }

    /// Numbers as a unit has them in words.
    private static final class InUnit extends NumberFormat {

        private static final long serialVersionUID = 1;

        private final Unit unit;

        InUnit(Unit unit) {
            this.unit = unit;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(unit.words(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return to.append(unit.words((double) number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("only written: " + source);
        }
    }
}
