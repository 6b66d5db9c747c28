package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.Interval;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.PixelPane;

import javafx.scene.layout.Region;

import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;

/// The serial part by Karp and Flatt over the number of workers, of every model that is shown. If
/// it stays as it is with more workers work truly is serial; if it grows, workers cost each other.
final class SerialPlot extends Region {

    private final ScalingModel model;
    private final Appearance appearance;
    private final WorkersPlot axes = new WorkersPlot("");
    private final PixelPane picture = new PixelPane((_, _, _) -> draw());

    SerialPlot(ScalingModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        setId("serial-plot");
        getStyleClass().add("plot");
        setMinHeight(120);
        setPrefHeight(130);
        setAccessibleText(
                "The serial part by Karp and Flatt as a chart; a column of the table too");
        getChildren().add(picture);
        model.toldProperty().subscribe(_ -> show());
        model.scaledProperty().subscribe(_ -> show());
        appearance.themeProperty().subscribe(_ -> show());
    }

    private void draw() {
        axes.draw(picture.image());
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void show() {
        var data = new YIntervalSeriesCollection();
        var renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultLinesVisible(false);
        renderer.setErrorPaint(null);
        renderer.setCapLength(4);
        double least = 0;
        double most = 0.1;
        int workers = 2;
        List<Sweep> sweeps = model.scaledProperty().get().map(Scaled::sweeps).orElse(List.of());
        for (Sweep sweep : sweeps) {
            var series = new YIntervalSeries(sweep.title());
            for (Scaling.Point point : sweep.scaling().points()) {
                Optional<Interval> serial = point.karpFlatt();
                workers = Math.max(workers, point.workers());
                if (serial.isPresent()) {
                    boolean sure = point.speedUp().isSure();
                    double value = serial.get().value();
                    double low = sure ? serial.get().low() : value;
                    double high = sure ? serial.get().high() : value;
                    series.add(point.workers(), value, low, high);
                    least = Math.min(least, low);
                    most = Math.max(most, high);
                }
            }
            int number = data.getSeriesCount();
            renderer.setSeriesShape(number, new Ellipse2D.Double(-3, -3, 6, 6));
            renderer.setSeriesPaint(
                    number, Argb.awt(ScalingChart.hue(sweep, appearance.palette())));
            renderer.setSeriesStroke(number, new BasicStroke(1));
            data.addSeries(series);
        }
        axes.dress(appearance.palette().ground());
        axes.span(workers, Math.max(-1, least), Math.min(1.2, most), 4);
        axes.plot().clearRangeMarkers();
        axes.plot()
                .addRangeMarker(
                        new ValueMarker(
                                0,
                                Argb.awt(appearance.palette().ground().subtle()),
                                new BasicStroke(1)));
        axes.plot().setDataset(0, data);
        axes.plot().setRenderer(0, renderer);
        picture.repaint();
    }
}
