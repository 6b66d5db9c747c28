package dev.lanescope.ui.claims;

import dev.lanescope.claims.decision.Answers;
import dev.lanescope.claims.decision.DecisionTree;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The way through the decision tree of others: each question with its answer and what that rests
/// on. What nobody can measure is ticked.
final class AdviceStrip extends VBox {

    private final ClaimsModel model;
    private final CheckBox local = box("advice-local", "What goes wrong must stay local");
    private final CheckBox async = box("advice-async", "The code is written for asyncio");
    private final FlowPane path = new FlowPane(6, 4);

    AdviceStrip(ClaimsModel model) {
        this.model = model;
        setId("advice");
        getStyleClass().addAll("section", "advice");
        var title = new Label("How to choose, by NoDupeLabs\u2019 decision tree");
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setTooltip(
                new Tooltip(
                        "Their tree, not ours; it is answered by what was measured here, and stops"
                                + " where nothing was"));
        var head = new FlowPane(12, 4, title, local, async); // in a narrow window in two rows
        path.setId("advice-path");
        getChildren().addAll(head, path);
        local.setOnAction(_ -> show());
        async.setOnAction(_ -> show());
        model.toldProperty().subscribe(_ -> show());
    }

    private static CheckBox box(String id, String words) {
        var box = new CheckBox(words);
        box.setId(id);
        box.getStyleClass().add("text-small");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void show() {
        path.getChildren().clear();
        model.toldProperty()
                .get()
                .map(now ->
                        DecisionTree.path(
                                Answers.of(
                                        now.here(),
                                        now.readings(),
                                        local.isSelected(),
                                        async.isSelected())))
                .ifPresent(this::show);
    }

    private void show(DecisionTree.Path taken) {
        for (DecisionTree.Step step : taken.steps()) {
            add(step.question().words(), "text-small", "text-muted");
            Label answer = add(step.answer().yes() ? "yes" : "no", "badge", "accent");
            answer.setTooltip(new Tooltip(step.answer().because()));
            answer.setAccessibleText(answer.getText() + ", " + step.answer().because());
        }
        taken.open()
                .ifPresent(ask -> {
                    add(ask.words(), "text-small", "text-muted");
                    add("not known yet", "badge", "warn");
                });
        taken.leaf().ifPresent(leaf -> add("\u2192 " + leaf.title(), "text-strong", "text-accent"));
        path.setAccessibleText(taken.words());
    }

    private Label add(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        path.getChildren().add(label);
        return label;
    }
}
