package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.ui.kit.Appearance;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the speed-up went: the stacks of all runs as bars, and below them as figures; or, by
/// replay, what the runs would be without their losses.
final class StackPanel extends VBox {

    private final Label badge = new Label();
    private final Label why = new Label();
    private final StackChart chart;
    private final StackTable table;
    private final CompareModel model;
    private final Label predicted = new Label();
    private final Label leftOut = new Label();
    private final SegmentedButton views = new SegmentedButton();
    private final ToggleGroup group = new ToggleGroup();
    private StackView view = StackView.MEASURED;

    StackPanel(CompareModel model, Appearance appearance) {
        this.model = model;
        getStyleClass().addAll("panel", "line-left");
        setId("stack-panel");
        var title = new Label("Where the speed-up went");
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        badge.setId("stack-sum");
        badge.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, space, badge);
        head.getStyleClass().add("panel-head");
        chart = new StackChart(appearance, this::goTo);
        VBox.setVgrow(chart, Priority.ALWAYS);
        table = new StackTable(appearance, this::goTo, this::tell);
        for (StackView each : StackView.values()) {
            addView(each);
        }
        var choice = new HBox(views);
        choice.getStyleClass().add("view-switch");
        choice.managedProperty().bind(choice.visibleProperty());
        choice.visibleProperty().bind(table.visibleProperty());
        var warning = new Label("Lost is not the same as gained if removed.");
        warning.getStyleClass().addAll("text-small-strong");
        var explained =
                new Label(
                        "Without one loss another may take its place. Click a part to light up"
                                + " its spans on the lanes.");
        explained.getStyleClass().addAll("text-small", "text-muted");
        explained.setWrapText(true);
        explained.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().addAll("text-small", "text-muted");
        why.setWrapText(true);
        why.setAlignment(Pos.CENTER);
        why.managedProperty().bind(why.visibleProperty());
        predicted.setId("predicted");
        predicted.getStyleClass().addAll("text-small", "text-muted");
        predicted.setWrapText(true);
        predicted.setMinHeight(USE_PREF_SIZE);
        predicted.managedProperty().bind(predicted.visibleProperty());
        leftOut.setId("stack-left-out");
        leftOut.getStyleClass().addAll("text-small", "text-muted");
        leftOut.setWrapText(true);
        leftOut.setMinHeight(USE_PREF_SIZE);
        leftOut.managedProperty().bind(leftOut.visibleProperty());
        var foot = new VBox(4, warning, explained, leftOut, predicted);
        foot.getStyleClass().add("section");
        var missing = new VBox(why);
        missing.getStyleClass().add("section");
        missing.managedProperty().bind(why.visibleProperty());
        missing.visibleProperty().bind(why.visibleProperty());
        getChildren().addAll(head, missing, chart, choice, table, foot);
        model.comparedProperty().subscribe(this::show);
        model.figures().explainedProperty().subscribe(this::predict);
        model.figures().predictedProperty().subscribe(_ -> showFigures());
    }

    private void addView(StackView each) {
        var button = new ToggleButton(each.title());
        button.setId("stack-" + each.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("small", "text-small");
        button.setAccessibleText(each.spoken());
        button.setTooltip(new Tooltip(each.spoken()));
        button.setToggleGroup(group);
        button.setSelected(each == view);
        button.setOnAction(_ -> {
            button.setSelected(true); // one is always shown
            view = each;
            showFigures();
        });
        views.getButtons().add(button);
    }

    /// Figures that are not there yet are asked for.
    private void showFigures() {
        if (view.isPredicted()) {
            model.figures().predict();
        }
        Optional<Predicted> now = model.figures().predictedProperty().get();
        table.show(view, now);
        if (view.isPredicted()) {
            predicted.setVisible(true);
            predicted.setText(
                    now.isPresent()
                            ? "Predicted by replay, not measured. Choose a figure for its bounds,"
                                    + " or a dash for its reason."
                            : "The runs are being replayed\u2026");
        } else {
            predict(model.figures().explainedProperty().get());
        }
    }

    private void tell(Entrant entrant, Optional<StackPart> part) {
        if (view.isPredicted()) {
            model.figures()
                    .predictedProperty()
                    .get()
                    .ifPresent(now -> predicted.setText(now.words(entrant, part)));
        }
    }

    private void show(Optional<Compared> compared) {
        List<Entrant> stacked = compared.map(Compared::stacked).orElse(List.of());
        chart.show(stacked);
        table.show(stacked);
        why.setVisible(stacked.isEmpty() && compared.isPresent());
        why.setText(
                compared.filter(now -> !now.objections().isEmpty()).isPresent()
                        ? "The runs did not do the same, so there is nothing to divide up."
                        : "The stacks need a run under Sequential on the same content among"
                                + " those that are ticked, as the baseline.");
        showFigures();
        String left =
                stacked.stream()
                        .flatMap(each ->
                                each.row().stack().stream()
                                        .flatMap(stack -> stack.remarks().stream())
                                        .map(what -> each.title() + ": " + what))
                        .collect(Collectors.joining("\n"));
        leftOut.setText(left);
        leftOut.setVisible(!left.isEmpty());
        badge.setVisible(!stacked.isEmpty());
        showSum(stacked.stream().flatMap(each -> each.row().stack().stream()).toList());
    }

    /// The check mark stands only where every stack adds up to the nanosecond.
    private void showSum(List<SpeedUpStack> stacks) {
        boolean closes = stacks.stream().allMatch(SpeedUpStack::closes);
        List<Integer> lanes = stacks.stream().map(SpeedUpStack::lanes).distinct().toList();
        String sum =
                lanes.size() == 1
                        ? "\u03a3 = " + String.format(Locale.ROOT, "%.3f", sum(stacks.getFirst()))
                        : "\u03a3 = lanes";
        badge.setText(sum + (closes ? " \u2713" : " \u2717"));
        badge.setAccessibleText(
                closes
                        ? "The parts of every stack add up to its lanes"
                        : "The parts of a stack do not add up to its lanes");
        badge.getStyleClass().setAll("label", "num-small", closes ? "text-ok" : "text-bad");
    }

    private static double sum(SpeedUpStack stack) {
        return stack.wallNanos() == 0 ? 0 : (double) stack.accounted() / stack.wallNanos();
    }

    /// Lights up a part on the lanes; of stops the longest one is shown.
    private void goTo(Entrant entrant, StackPart part) {
        model.figures().light(entrant, part);
        if (part == StackPart.STOPS) {
            longestStop(entrant).ifPresent(model.axis()::show);
        }
    }

    private Optional<PlaceRange> longestStop(Entrant entrant) {
        Intervals stops = entrant.stops();
        int longest = -1;
        for (int stop = 0; stop < stops.size(); stop++) {
            if (longest < 0
                    || stops.end(stop) - stops.start(stop)
                            > stops.end(longest) - stops.start(longest)) {
                longest = stop;
            }
        }
        var warp = model.axis().aligned().of(entrant.number());
        return longest < 0
                ? Optional.empty()
                : Optional.of(
                        new PlaceRange(
                                warp.placeOf((double) stops.start(longest)),
                                warp.placeOf((double) stops.end(longest))));
    }

    /// What a replay says about each run with a lock: a prediction, and called one.
    private void predict(Optional<Explained> explained) {
        String words =
                explained.stream()
                        .flatMap(now -> now.compared().entrants().stream())
                        .flatMap(entrant ->
                                explained.flatMap(now -> now.withoutLock(entrant)).stream()
                                        .map(told -> entrant.title() + ": " + words(told)))
                        .collect(Collectors.joining("\n"));
        chart.predict(explained);
        if (!view.isPredicted()) {
            predicted.setText("Predicted by replay, not measured:\n" + words);
            predicted.setVisible(!words.isEmpty());
        }
    }

    private static String words(Counterfactual told) {
        return "without lock wait: " + told.words();
    }
}
