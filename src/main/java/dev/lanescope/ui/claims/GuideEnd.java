package dev.lanescope.ui.claims;

import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.claims.guide.Verdict;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// How a guide ends: in which of the outcomes, what to do, for what figures; and its author's list,
/// which nothing ticks but evidence.
final class GuideEnd extends VBox {

    private static final List<String> OUTCOMES = List.of("best", "realistic", "worst");

    private final FlowPane outcomes = new FlowPane(6, 4);
    private final Label meaning = text("guide-meaning", "text-strong");
    private final Label because = text("guide-because", "text-body");
    private final Label decision = text("guide-decision", "text-body");
    private final VBox figures = new VBox(4);
    private final VBox list = new VBox(4);
    private final Label cautions = text("guide-cautions", "text-warn");

    GuideEnd() {
        outcomes.setId("guide-outcomes");
        list.setId("guide-checklist");
        figures.setId("guide-figures");
        getChildren()
                .addAll(
                        section("How it ends", outcomes, meaning, because, decision, figures),
                        section("What its author wanted done next", list),
                        cautions);
        cautions.getStyleClass().addAll("text-small", "cautions");
    }

    private static Label text(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static VBox section(String title, Region... parts) {
        var head = new Label(title);
        head.getStyleClass().add("text-small-strong");
        var box = new VBox(6, head);
        box.getChildren().addAll(parts);
        box.getStyleClass().add("section");
        return box;
    }

    void show(GuideState state) {
        Optional<Verdict> verdict = state.verdict();
        outcomes.getChildren().clear();
        for (String each : OUTCOMES) {
            boolean here = verdict.filter(known -> known.outcome().equals(each)).isPresent();
            var badge = new Label(Sentence.begun(each));
            badge.getStyleClass().addAll("badge", "text-small", here ? "accent" : "outlined");
            badge.setAccessibleText(each + (here ? ", it ends so here" : ", not so here"));
            outcomes.getChildren().add(badge);
        }
        meaning.setText(
                verdict.map(known -> Sentence.begun(known.meaning()) + ".")
                        .orElse("Not over: " + state.summary() + "."));
        because.setText(verdict.map(Verdict::because).orElse(""));
        decision.setText(verdict.map(Verdict::decision).orElse(""));
        figures.getChildren().clear();
        verdict.ifPresent(
                known -> known.figures().forEach(each -> figures.getChildren().add(row(each))));
        list.getChildren().setAll(state.checklist().stream().map(GuideEnd::row).toList());
        cautions.setText(String.join(" ", state.cautions()));
    }

    private static Region row(Verdict.Figure figure) {
        var name = new Label(figure.name());
        name.getStyleClass().addAll("text-muted", "text-small");
        var value = new Label(figure.words());
        value.getStyleClass().add("num");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        name.setLabelFor(value);
        return new VBox(name, value);
    }

    private static Region row(GuideState.Tick tick) {
        Region mark = new Label("", (tick.done() ? Icons.CHECK : Icons.MINUS).node());
        mark.getStyleClass().add(tick.done() ? "text-ok" : "text-muted");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(tick.what());
        what.getStyleClass().add(tick.done() ? "text-body" : "text-muted");
        what.setWrapText(true);
        what.setAccessibleText(tick.what() + (tick.done() ? ": done" : ": not done yet"));
        var row = new HBox(6, mark, what);
        row.getStyleClass().add("row");
        return row;
    }
}
