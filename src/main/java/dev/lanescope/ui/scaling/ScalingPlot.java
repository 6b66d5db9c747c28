package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.GlyphInk;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.PixelPane;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The picture of speed-ups: the chart, the glyphs of what was measured on it, and a card with the
/// figures of the number of workers that is pointed at.
final class ScalingPlot extends Region {

    private static final double GLYPH = 11;
    private static final double SMALL = 8;
    private static final double NEAR = 0.5;

    private final ScalingModel model;
    private final WhatIfModel asking;
    private final Appearance appearance;
    private final ScalingChart chart = new ScalingChart();
    private final PixelPane picture = new PixelPane((_, _, _) -> draw());
    private final Canvas ink = new Canvas();
    private final Label card = new Label();
    private boolean shows;

    ScalingPlot(ScalingModel model, WhatIfModel asking, Appearance appearance) {
        this.model = model;
        this.asking = asking;
        this.appearance = appearance;
        setId("scaling-plot");
        getStyleClass().add("plot");
        setMinHeight(150);
        setAccessibleText("Speed-up by workers as a chart; the table below says the same");
        card.setId("scaling-card");
        card.getStyleClass().addAll("plot-card", "num-small");
        card.setManaged(false);
        card.setMouseTransparent(true);
        getChildren().addAll(picture, ink, card);
        setOnMouseMoved(event -> pointAt(event.getX()));
        setOnMouseExited(_ -> model.clear());
        model.toldProperty().subscribe(_ -> show());
        model.scaledProperty().subscribe(_ -> show());
        appearance.themeProperty().subscribe(_ -> show());
        model.pointedProperty().subscribe(_ -> paint());
        asking.forecastProperty().subscribe(_ -> paint());
    }

    private List<Sweep> sweeps() {
        return model.scaledProperty().get().map(Scaled::sweeps).orElse(List.of());
    }

    private void show() {
        Optional<Sweep> told = model.toldProperty().get().filter(sweeps()::contains);
        shows = told.isPresent();
        told.ifPresent(sweep -> chart.show(sweeps(), sweep, appearance.palette()));
        picture.repaint();
        paint();
    }

    private void draw() {
        if (shows) {
            chart.axes().draw(picture.image());
        }
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        picture.layout();
        ink.setWidth(getWidth());
        ink.setHeight(getHeight());
        paint();
    }

    private void pointAt(double x) {
        if (!shows) {
            return;
        }
        double at = chart.axes().workersAt(x);
        int nearest = (int) Math.round(at);
        model.point(Math.abs(at - nearest) <= NEAR ? OptionalInt.of(nearest) : OptionalInt.empty());
    }

    private void paint() {
        GraphicsContext pen = ink.getGraphicsContext2D();
        pen.clearRect(0, 0, ink.getWidth(), ink.getHeight());
        card.setVisible(false);
        Optional<Sweep> told = model.toldProperty().get();
        if (!shows || told.isEmpty() || chart.axes().area().getWidth() <= 0) {
            return;
        }
        model.point().ifPresent(point -> paintCursor(pen, point));
        asking.forecastProperty().get().ifPresent(said -> paintForecast(pen, said, told.get()));
        for (Sweep sweep : sweeps()) {
            if (!sweep.equals(told.get())) {
                paintPoints(pen, sweep, SMALL);
            }
        }
        paintPoints(pen, told.get(), GLYPH);
        model.point().ifPresent(point -> paintPointed(pen, told.get(), point));
    }

    private void paintPoints(GraphicsContext pen, Sweep sweep, double side) {
        var colour = Argb.fx(ScalingChart.hue(sweep, appearance.palette()));
        for (Scaling.Point point : sweep.scaling().points()) {
            GlyphInk.paint(
                    pen,
                    ModelLook.of(sweep.model()).glyph(),
                    chart.axes().xOf(point.workers()) - side / 2,
                    chart.axes().yOf(point.speedUp().value()) - side / 2,
                    side,
                    colour,
                    false);
        }
    }

    /// What is said of the model that is told of, as a pale band with a hollow line in it.
    private void paintForecast(GraphicsContext pen, Forecast said, Sweep told) {
        int workers = asking.workersProperty().get();
        double x = chart.axes().xOf(workers);
        boolean isOfTold =
                asking.baseProperty()
                        .get()
                        .filter(base -> base.experiment().model().id().equals(told.model()))
                        .isPresent();
        if (!(said instanceof Forecast.Told forecast)
                || !isOfTold
                || x > chart.axes().area().getMaxX()) {
            return;
        }
        double one = told.scaling().baselineNanos();
        double top = chart.axes().yOf(one / forecast.leastNanos());
        double bottom = chart.axes().yOf(one / forecast.mostNanos());
        double middle = chart.axes().yOf(one / forecast.nanos());
        int accent = appearance.palette().ground().accent();
        pen.setFill(Argb.fx(Argb.withAlpha(accent, 0.3)));
        pen.fillRect(Math.rint(x) - 9, top, 18, Math.max(2, bottom - top));
        pen.setStroke(Argb.fx(accent));
        pen.setLineWidth(1.2);
        pen.setLineDashes(3, 2);
        pen.strokeLine(x - 12, middle, x + 12, middle);
        pen.setLineDashes();
    }

    private void paintCursor(GraphicsContext pen, Scaling.Point point) {
        var area = chart.axes().area();
        Hairlines.down(
                pen,
                Argb.fx(appearance.palette().ground().subtle()),
                chart.axes().xOf(point.workers()),
                area.getMinY(),
                area.getMaxY());
    }

    private void paintPointed(GraphicsContext pen, Sweep sweep, Scaling.Point point) {
        double x = chart.axes().xOf(point.workers());
        double y = chart.axes().yOf(point.speedUp().value());
        pen.setStroke(Argb.fx(appearance.palette().ground().hl()));
        pen.setLineWidth(1.5);
        pen.strokeOval(x - 9, y - 9, 18, 18);
        card.setText(words(sweep, point));
        card.autosize();
        boolean right = x + 16 + card.getWidth() < getWidth();
        card.relocate(
                Math.rint(right ? x + 16 : Math.max(0, x - 16 - card.getWidth())),
                Math.rint(
                        Math.clamp(
                                y - card.getHeight() - 8,
                                0,
                                Math.max(0, getHeight() - card.getHeight()))));
        card.setVisible(true);
    }

    /// What is known of a number of workers, a line each.
    static String words(Sweep sweep, Scaling.Point point) {
        var words = new StringBuilder();
        words.append(point.workers()).append(point.workers() == 1 ? " worker" : " workers");
        words.append("\nmedian    ").append(Durations.text(Math.round(point.medianNanos()), 3));
        line(words, "speed-up ", "%.2f\u00d7", point.speedUp().value());
        if (point.speedUp().isSure()) {
            words.append(
                    String.format(
                            Locale.ROOT,
                            "%n95 %%      %.2f to %.2f",
                            point.speedUp().low(),
                            point.speedUp().high()));
        }
        sweep.scaling()
                .foretold(point)
                .ifPresent(nanos ->
                        line(
                                words,
                                "by law   ",
                                "%.2f\u00d7",
                                sweep.scaling().baselineNanos() / nanos));
        line(words, "ideal    ", "%.2f\u00d7", point.workers());
        return words.toString();
    }

    private static void line(StringBuilder words, String name, String format, double value) {
        words.append('\n')
                .append(name)
                .append(' ')
                .append(String.format(Locale.ROOT, format, value));
    }
}
