package dev.lanescope.ui.claims;

import dev.lanescope.chart.LaneLabels;
import dev.lanescope.claims.Band;
import dev.lanescope.claims.Condition;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The intervals that decided, each over the pale band in which it would have to lie.
final class IntervalPlot extends Region {

    private static final double ROW = 40;
    private static final double SIDE = 8;
    private static final double AIR = 0.2;

    private record Row(Reading reading, Band band) {}

    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private final LaneLabels labels = new LaneLabels(new TextWidths(TextRole.AXIS.font()));
    private List<Row> rows = List.of();

    IntervalPlot(Appearance appearance) {
        this.appearance = appearance;
        setId("claim-intervals");
        getStyleClass().add("plot");
        managedProperty().bind(visibleProperty());
        getChildren().add(canvas);
        appearance.themeProperty().subscribe(this::paint);
    }

    void show(ClaimCard card) {
        var all = new ArrayList<Row>();
        for (Condition condition : card.claim().rule().conditions()) {
            card.readings().stream()
                    .filter(each -> each.key().equals(condition.measure().key()))
                    .filter(each -> !each.isCounted())
                    .forEach(each -> all.add(new Row(each, condition.band())));
        }
        rows = List.copyOf(all);
        setVisible(!rows.isEmpty());
        setMinHeight(rows.size() * ROW + SIDE);
        setPrefHeight(rows.size() * ROW + SIDE);
        setAccessibleText(
                "Intervals over what is claimed: "
                        + rows.stream()
                                .map(row ->
                                        row.reading().what()
                                                + " "
                                                + row.reading().words()
                                                + ", claimed "
                                                + row.band().words(false))
                                .collect(Collectors.joining("; ")));
        paint();
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
        for (int row = 0; row < rows.size(); row++) {
            paint(pen, rows.get(row), row * ROW + SIDE / 2);
        }
    }

    private void paint(GraphicsContext pen, Row row, double top) {
        Palette.Ground ground = appearance.palette().ground();
        Reading reading = row.reading();
        double least = Math.min(1, reading.low());
        double most = Math.max(1, reading.high());
        for (double edge : List.of(row.band().low(), row.band().high())) {
            if (Double.isFinite(edge)) {
                least = Math.min(least, edge);
                most = Math.max(most, edge);
            }
        }
        double air = AIR * Math.max(0.1, most - least);
        var scale = new Scale(least - air, most + air, canvas.getWidth());
        double from = scale.x(Math.max(row.band().low(), least - air));
        double to = scale.x(Math.min(row.band().high(), most + air));
        pen.setFill(Argb.fx(Argb.withAlpha(ground.accent(), 0.25)));
        pen.fillRect(from, top + 15, Math.max(2, to - from), 18);
        pen.setFill(Argb.fx(ground.line2()));
        pen.fillRect(Math.rint(scale.x(1)), top + 15, 1, 18);
        pen.setFill(Argb.fx(ground.hl()));
        if (reading.isSure()) {
            double low = scale.x(reading.low());
            pen.fillRect(low, top + 23, Math.max(1, scale.x(reading.high()) - low), 2);
        }
        pen.fillOval(scale.x(reading.value()) - 3, top + 21, 6, 6);
        pen.setFont(TextRole.AXIS.font());
        pen.setFill(Argb.fx(ground.muted()));
        labels.fit(reading.words() + ": " + reading.what(), canvas.getWidth() - 2 * SIDE)
                .ifPresent(words -> pen.fillText(words, SIDE, top + 11));
    }

    private record Scale(double least, double most, double width) {
        double x(double value) {
            return SIDE + (value - least) / (most - least) * (width - 2 * SIDE);
        }
    }
}
