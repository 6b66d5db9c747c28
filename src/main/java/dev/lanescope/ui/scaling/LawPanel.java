package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.Fit;
import dev.lanescope.analysis.scaling.Interval;
import dev.lanescope.analysis.scaling.ScalingWords;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.ui.kit.ModelLook;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Locale;
import java.util.Optional;

/// The law that describes the model that is told of, in figures and sentences; or why there is
/// none.
final class LawPanel extends VBox {

    private final HBox head = new HBox();
    private final GridPane figures = new GridPane(16, 10);
    private final VBox sentences = new VBox(6);

    LawPanel(ScalingModel model) {
        setId("law");
        head.getStyleClass().add("panel-head");
        figures.managedProperty().bind(figures.visibleProperty());
        var body = new VBox(10, figures, sentences);
        body.getStyleClass().add("section");
        getChildren().addAll(head, body);
        model.toldProperty().subscribe(this::show);
    }

    private void show(Optional<Sweep> told) {
        head.getChildren().clear();
        figures.getChildren().clear();
        sentences.getChildren().clear();
        figures.setVisible(false);
        told.ifPresent(this::show);
    }

    private void show(Sweep sweep) {
        var info = sweep.contenders().getFirst().info();
        var title = new Label(info.modelTitle(), ModelLook.of(sweep.model()).node(11, false));
        title.getStyleClass().add("text-small-strong");
        title.setTooltip(new Tooltip(sweep.title()));
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Optional<Fit> chosen = sweep.scaling().chosen();
        var badge = new Label(chosen.map(LawPanel::badge).orElse("no law"));
        badge.setId("law-badge");
        badge.getStyleClass().addAll("badge", "num-small", chosen.isPresent() ? "ok" : "warn");
        badge.setMinWidth(USE_PREF_SIZE);
        head.getChildren().setAll(title, space, badge);
        chosen.ifPresent(fit -> showFigures(sweep, fit));
        for (String sentence : ScalingWords.of(sweep.scaling())) {
            addSentence(sentence, "text-muted");
        }
        addSentence("Speed-ups are over " + sweep.over() + ".", "text-muted");
    }

    private void addSentence(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().addAll("text-small", style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        sentences.getChildren().add(label);
    }

    private static String badge(Fit fit) {
        return fit.kind() == Fit.Kind.USL ? "USL preferred" : "Amdahl preferred";
    }

    private void showFigures(Sweep sweep, Fit fit) {
        figures.setVisible(true);
        figure(
                0,
                0,
                "contention \u03c3",
                text("%.3f", fit.sigma().value()),
                of("%.3f", fit.sigma()));
        figure(
                1,
                0,
                "crosstalk \u03ba",
                text("%.4f", fit.kappa().value()),
                of("%.4f", fit.kappa()));
        double peak = fit.law().peak();
        boolean peaks = Double.isFinite(peak);
        figure(
                0,
                1,
                "best at",
                peaks ? text("%.0f workers", Math.max(1, peak)) : "the most",
                peaks ? of("%.0f", atLeastOne(fit.peak())) : "no peak");
        figure(
                1,
                1,
                "peak speed-up",
                Double.isFinite(fit.law().ceiling())
                        ? text("%.1f\u00d7", fit.law().ceiling())
                        : "no limit",
                peaks
                        ? of(
                                "%.1f",
                                fit.speedUp(Math.max(1, peak), sweep.scaling().baselineNanos()))
                        : "");
    }

    private void figure(int column, int row, String name, String value, String range) {
        var key = new Label(name);
        key.getStyleClass().addAll("key", "text-small", "text-muted");
        var number = new Label(value);
        number.getStyleClass().add("num-strong");
        var interval = new Label(range);
        interval.getStyleClass().addAll("num-small", "text-muted");
        figures.add(new VBox(2, key, number, interval), column, row);
    }

    private static Interval atLeastOne(Interval interval) {
        return new Interval(
                Math.max(1, interval.value()),
                Math.max(1, interval.low()),
                Math.max(1, interval.high()));
    }

    private static String of(String format, Interval interval) {
        return Double.isFinite(interval.high())
                ? text(format, interval.low()) + " to " + text(format, interval.high())
                : text(format, interval.low()) + " or more";
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
