package dev.lanescope.ui.claims;

import dev.lanescope.chart.LaneLabels;
import dev.lanescope.claims.Band.Place;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.Overhead;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The overhead of each runtime with its interval, the target as a line through all of them, and a
/// dashed one for what was said of 3.13.
final class OverheadPlot extends Region {

    private static final double ROW = 26;
    private static final double NAMES = 250;
    private static final double VERDICTS = 90;
    private static final double AXIS = 24;

    /// How far the picture reaches, in greatest values; noise can make intervals endless.
    private static final double MOST_VALUES = 1.3;

    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private final LaneLabels labels = new LaneLabels(new TextWidths(TextRole.AXIS.font()));
    private List<Overhead.Bar> bars = List.of();

    OverheadPlot(Appearance appearance) {
        this.appearance = appearance;
        setId("overhead-plot");
        getStyleClass().add("plot");
        managedProperty().bind(visibleProperty());
        getChildren().add(canvas);
        appearance.themeProperty().subscribe(this::paint);
    }

    /// Nothing is shown if there are none.
    void show(List<Overhead.Bar> now) {
        bars = List.copyOf(now);
        setVisible(!bars.isEmpty());
        setMinHeight(AXIS + bars.size() * ROW);
        setPrefHeight(AXIS + bars.size() * ROW);
        setAccessibleText(
                "Overheads against a target of "
                        + percent(Overhead.TARGET.high())
                        + ": "
                        + bars.stream()
                                .map(bar ->
                                        bar.runtime()
                                                + " "
                                                + bar.entry().words()
                                                + ", "
                                                + bar.verdict().words())
                                .collect(Collectors.joining("; ")));
        paint();
    }

    private static String percent(double times) {
        return String.format(Locale.ROOT, "%.0f %%", (times - 1) * 100);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (bars.isEmpty()) {
            return;
        }
        List<Reading> all = bars.stream().flatMap(bar -> bar.reading().stream()).toList();
        double least =
                Stream.concat(Stream.of(0.95), all.stream().map(Reading::low))
                        .min(Double::compare)
                        .orElseThrow();
        double most =
                Stream.concat(Stream.of(Overhead.SAID + 0.05), all.stream().map(Reading::high))
                        .max(Double::compare)
                        .map(end -> Math.min(end, MOST_VALUES * most(all)))
                        .orElseThrow();
        var scale = new Scale(least, most, NAMES, canvas.getWidth() - VERDICTS);
        Palette.Ground ground = appearance.palette().ground();
        paintAxis(pen, scale, ground);
        for (int row = 0; row < bars.size(); row++) {
            paint(pen, bars.get(row), AXIS + row * ROW, scale, ground);
        }
    }

    private static double most(List<Reading> all) {
        return Math.max(Overhead.SAID, all.stream().mapToDouble(Reading::value).max().orElse(1));
    }

    private void paintAxis(GraphicsContext pen, Scale scale, Palette.Ground ground) {
        double height = canvas.getHeight();
        pen.setFont(TextRole.AXIS.font());
        pen.setFill(Argb.fx(ground.line2()));
        pen.fillRect(Math.rint(scale.x(1)), AXIS, 1, height - AXIS);
        double said = Math.rint(scale.x(Overhead.SAID)) + 0.5;
        pen.setStroke(Argb.fx(ground.muted()));
        pen.setLineDashes(3, 3);
        pen.strokeLine(said, AXIS, said, height);
        pen.setLineDashes();
        pen.setFill(Argb.fx(ground.accent()));
        pen.fillRect(Math.rint(scale.x(Overhead.TARGET.high())), AXIS - 6, 2, height - AXIS + 6);
        double target = scale.x(Overhead.TARGET.high());
        String words = "target " + percent(Overhead.TARGET.high());
        pen.fillText(words, target + 5, 12);
        pen.setFill(Argb.fx(ground.muted()));
        String claim = "said of 3.13";
        if (said - target > 100) {
            pen.fillText(claim, said - 30, 12);
        }
        if (target - scale.x(1) > 30) {
            pen.fillText("0 %", scale.x(1) - 6, 12);
        }
    }

    private void paint(
            GraphicsContext pen, Overhead.Bar bar, double top, Scale scale, Palette.Ground ground) {
        double middle = Math.rint(top + ROW / 2);
        pen.setFill(Argb.fx(ground.fg()));
        labels.fit(bar.runtime(), NAMES - 20)
                .ifPresent(words -> pen.fillText(words, 12, middle + 4));
        Optional<Reading> known = bar.reading();
        pen.setFill(Argb.fx(ink(bar, ground)));
        pen.fillText(bar.verdict().words(), canvas.getWidth() - VERDICTS + 8, middle + 4);
        known.ifPresent(reading -> {
            if (reading.isSure()) {
                double low = scale.x(reading.low());
                pen.fillRect(low, middle - 1, Math.max(1, scale.x(reading.high()) - low), 2);
            }
            pen.fillOval(scale.x(reading.value()) - 3, middle - 3, 6, 6);
        });
    }

    private static int ink(Overhead.Bar bar, Palette.Ground ground) {
        Optional<Place> place =
                bar.verdict() instanceof Entry.Measured measured
                        ? measured.verdict()
                        : Optional.empty();
        return place.map(now ->
                        switch (now) {
                            case INSIDE -> ground.ok();
                            case OUTSIDE -> ground.bad();
                            case OPEN -> ground.warn();
                        })
                .orElse(ground.muted());
    }

    private record Scale(double least, double most, double from, double to) {
        double x(double value) {
            double part = (Math.min(value, most) - least) / (most - least);
            return from + part * (to - from);
        }
    }
}
