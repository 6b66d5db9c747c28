package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.DurationHistogram;
import dev.lanescope.analysis.SpanStatistics;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// How long spans of the chosen one's state take in the whole run, and where the chosen one stands
/// among them.
final class StatisticsSection extends VBox {

    private static final double WIDTH = 264;
    private static final double HEIGHT = 84;
    private static final double AXIS = 14;

    private final Appearance appearance;
    private final Label title = new Label();
    private final GridPane figures = new GridPane(16, 6);
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    private final Map<Integer, SpanStatistics> known = new HashMap<>();
    private @Nullable Snapshot knownOf;

    StatisticsSection(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("section");
        setId("statistics");
        title.getStyleClass().add("text-small-strong");
        canvas.setAccessibleText("Histogram of durations");
        getChildren().addAll(title, figures, canvas);
    }

    /// @param chosenNanos how long the chosen span took
    void show(Snapshot trace, State state, int code, long chosenNanos) {
        SpanStatistics spans = statistics(trace, code);
        title.setText(state.name() + " in this run");
        figures.getChildren().clear();
        figure(0, 0, "n", "%,d".formatted(spans.count()));
        figure(1, 0, "total", Inspector.time(spans.totalNanos()));
        figure(2, 0, "mean", Inspector.time(Math.round(spans.meanNanos())));
        figure(3, 0, "max", Inspector.time(spans.maxNanos()));
        figure(0, 1, "min", Inspector.time(spans.minNanos()));
        figure(1, 1, "P50", Inspector.time(spans.p50Nanos()));
        figure(2, 1, "P90", Inspector.time(spans.p90Nanos()));
        figure(3, 1, "P99", Inspector.time(spans.p99Nanos()));
        paint(spans.histogram(), state, chosenNanos);
    }

    /// While somebody walks from span to span, most are of a state that was looked at before.
    @SuppressWarnings("ReferenceEquality") // the very trace
    private SpanStatistics statistics(Snapshot trace, int code) {
        if (knownOf != trace) {
            known.clear();
            knownOf = trace;
        }
        return known.computeIfAbsent(code, state -> SpanStatistics.of(trace, state));
    }

    private void figure(int column, int row, String name, String value) {
        var key = new Label(name);
        key.getStyleClass().addAll("key", "text-small");
        var number = new Label(value);
        number.getStyleClass().add("num-small");
        var box = new VBox(key, number);
        box.getStyleClass().add("stat");
        figures.add(box, column, row);
    }

    private void paint(DurationHistogram histogram, State state, long chosenNanos) {
        Palette palette = appearance.palette();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        if (histogram.bins() == 0) {
            return;
        }
        int colour =
                state.kind().isWork()
                        ? palette.stage(state.name()).fill()
                        : palette.state(StateLook.of(state.kind()));
        double bin = WIDTH / histogram.bins();
        double ground = HEIGHT - AXIS;
        int chosen = histogram.binOf(chosenNanos);
        for (int at = 0; at < histogram.bins(); at++) {
            double height = (ground - 2) * histogram.count(at) / histogram.mostInABin();
            if (histogram.count(at) > 0) {
                height = Math.max(1, height);
            }
            pen.setFill(Argb.fx(at == chosen ? colour : Argb.withAlpha(colour, 0.45)));
            pen.fillRect(at * bin + 0.5, ground - height, bin - 1, height);
            if (at == chosen) {
                pen.setStroke(Argb.fx(palette.ground().hl()));
                pen.strokeRect(at * bin + 0.5, ground - height - 0.5, bin - 1, height + 0.5);
            }
        }
        pen.setStroke(Argb.fx(palette.ground().line2()));
        pen.strokeLine(0, ground + 0.5, WIDTH, ground + 0.5);
        labels(pen, palette, histogram);
    }

    private static void labels(GraphicsContext pen, Palette palette, DurationHistogram histogram) {
        pen.setFill(Argb.fx(palette.ground().muted()));
        pen.setFont(dev.lanescope.ui.kit.TextRole.NUM_SMALL.font());
        pen.setTextAlign(javafx.scene.text.TextAlignment.LEFT);
        pen.fillText(Inspector.time(histogram.fromNanos(0)), 0, HEIGHT - 2);
        pen.setTextAlign(javafx.scene.text.TextAlignment.RIGHT);
        pen.fillText(Inspector.time(histogram.toNanos(histogram.bins() - 1)), WIDTH, HEIGHT - 2);
    }
}
