package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.replay.Order;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.ui.kit.Icons;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks about another setting and says what replay makes of it, as a figure between bounds; or why
/// nothing is said.
final class WhatIfPane extends VBox {

    private static final int MOST = 1_000;

    private final WhatIfModel model;
    private final ComboBox<Basis> base = new ComboBox<>();
    private final Label figure = new Label();
    private final Label says = new Label();

    WhatIfPane(WhatIfModel model) {
        this.model = model;
        setId("what-if");
        getStyleClass().add("section");
        var title = new Label("What if \u2026");
        title.getStyleClass().add("text-small-strong");
        base.setId("what-if-base");
        base.setAccessibleText("The runs that are replayed");
        base.setMaxWidth(Double.MAX_VALUE);
        base.setMinWidth(0);
        model.basesProperty().subscribe(this::showBases);
        model.baseProperty().subscribe(now -> base.setValue(now.orElse(null)));
        var order = new ComboBox<Order>();
        order.setId("what-if-order");
        order.setAccessibleText("In which order pages are taken");
        order.setMaxWidth(Double.MAX_VALUE);
        order.getItems().setAll(Order.values());
        order.setConverter(new OrderWords());
        order.valueProperty().bindBidirectional(model.orderProperty());
        var grid = new GridPane(8, 6);
        var words = new ColumnConstraints();
        words.setMinWidth(USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(words, fields);
        grid.addRow(0, new Label("Replay"), base);
        grid.addRow(
                1,
                new Label("Workers"),
                spinner("what-if-workers", "How many workers", model.workersProperty()));
        grid.addRow(2, new Label("Order"), order);
        grid.addRow(
                3,
                new Label("At once"),
                spinner(
                        "what-if-at-once",
                        "How many pages a worker takes at once",
                        model.atOnceProperty()));
        figure.setId("what-if-figure");
        figure.getStyleClass().add("headline-num");
        figure.managedProperty().bind(figure.visibleProperty());
        says.setId("what-if-says");
        says.getStyleClass().add("text-small");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, grid, figure, says, buttons());
        model.forecastProperty().subscribe(this::show);
    }

    private HBox buttons() {
        var run = new Button("Run it", Icons.PLAY.node());
        run.setId("run-what-if");
        run.getStyleClass().add("accent");
        run.setTooltip(
                new Tooltip(
                        "Write the prediction into the ledger, run exactly that "
                                + WhatIfModel.REPEATS
                                + " times, and write down what came of it"));
        run.setOnAction(_ -> model.runIt());
        run.disableProperty().bind(model.possibleProperty().not());
        var again = new Button("Listen again");
        again.setId("listen-again");
        again.setTooltip(new Tooltip("Ask the machine again how quiet it is"));
        again.setOnAction(_ -> model.listenAgain());
        again.disableProperty().bind(run.disableProperty());
        var buttons = new HBox(8, run, again);
        buttons.getStyleClass().add("row");
        return buttons;
    }

    private static Spinner<Integer> spinner(
            String id, String spoken, ObjectProperty<Integer> value) {
        var spinner = new Spinner<Integer>(1, MOST, value.get());
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setMaxWidth(Double.MAX_VALUE);
        spinner.getEditor().setAccessibleText(spoken);
        spinner.setAccessibleText(spoken);
        spinner.getValueFactory().valueProperty().bindBidirectional(value);
        spinner.getValueFactory().setConverter(new NumberText(value));
        return spinner;
    }

    /// What is no number within the bounds leaves the one before.
    private static final class NumberText extends StringConverter<Integer> {
        private final ObjectProperty<Integer> last;

        NumberText(ObjectProperty<Integer> last) {
            this.last = last;
        }

        @Override
        public String toString(@Nullable Integer value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public Integer fromString(String typed) {
            String digits = typed.strip();
            return digits.matches("\\d{1,4}")
                    ? Math.clamp(Integer.parseInt(digits), 1, MOST)
                    : last.get();
        }
    }

    private static final class OrderWords extends StringConverter<Order> {
        @Override
        public String toString(@Nullable Order order) {
            return order == null
                    ? ""
                    : switch (order) {
                        case AS_RECORDED -> "as recorded";
                        case HEAVIEST_FIRST -> "heaviest first";
                        case ROUND_ROBIN -> "dealt out in turn";
                    };
        }

        @Override
        public Order fromString(String words) {
            return Stream.of(Order.values())
                    .filter(each -> toString(each).equals(words))
                    .findFirst()
                    .orElse(Order.AS_RECORDED);
        }
    }

    private void showBases(List<Basis> bases) {
        base.setOnAction(null);
        base.getItems().setAll(bases);
        base.setValue(model.baseProperty().get().orElse(null));
        base.setOnAction(_ -> {
            if (base.getValue() != null) {
                model.baseProperty().set(Optional.of(base.getValue()));
            }
        });
    }

    private void show(Optional<Forecast> forecast) {
        figure.setVisible(forecast.filter(Forecast.Told.class::isInstance).isPresent());
        says.getStyleClass().removeAll("text-muted", "text-warn");
        switch (forecast.orElse(null)) {
            case null -> says.setText("Tick runs that were carried out here.");
            case Forecast.Told told -> {
                says.getStyleClass().add("text-muted");
                figure.setText(Durations.text(told.nanos(), 3));
                says.setText(
                        "Between "
                                + Durations.text(told.leastNanos(), 3)
                                + " and "
                                + Durations.text(told.mostNanos(), 3)
                                + " by Graham and Brent; from "
                                + Amounts.count(told.runs(), "replayed run")
                                + ", which replay misses by "
                                + Amounts.percent(Math.abs(told.error()))
                                + ". A prediction, not a measurement.");
            }
            case Forecast.Withheld(String why) -> {
                says.getStyleClass().add("text-warn");
                says.setText("Withheld. " + why);
            }
        }
    }
}
