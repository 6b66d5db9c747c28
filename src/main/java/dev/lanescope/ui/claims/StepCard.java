package dev.lanescope.ui.claims;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuidePaper;
import dev.lanescope.claims.guide.GuideRecord;
import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.claims.guide.GuideWork;
import dev.lanescope.claims.guide.Sought;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.claims.guide.StepState;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A step of a guide: what is asked, where it stands, what it takes, and the button that does it.
final class StepCard extends VBox {

    private final GuideModel model;
    private final Guide.Phase phase;
    private final Step step;
    private final Label badge = new Label();
    private final Label why = text("text-body");
    private final Label note = text("text-warn", "text-small");
    private final Label takes = text("text-muted", "text-small");
    private final Hyperlink figuresLink = new Hyperlink("Figures");
    private final Hyperlink runsLink = new Hyperlink("Its runs");
    private final GridPane figures = new GridPane();
    private final Button begin = new Button("Do it", Icons.PLAY.node());
    private final Button stop = new Button("Stop", Icons.STOP.node());
    private boolean open;

    /// @param number from 1
    /// @param onCompare shows the ticked runs side by side
    StepCard(GuideModel model, Guide.Phase phase, Step step, int number, Runnable onCompare) {
        this.model = model;
        this.phase = phase;
        this.step = step;
        setId("step-" + step.id());
        getStyleClass().addAll("section", "guide-step");
        var title = new Label(number + "  " + step.title());
        title.getStyleClass().add("text-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        badge.getStyleClass().addAll("badge", "text-small");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        begin.setId("do-" + step.id());
        begin.setOnAction(_ -> model.begin(step));
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.getStyleClass().add("small");
        stop.setId("stop-" + step.id());
        stop.setOnAction(_ -> model.stop());
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.getStyleClass().add("small");
        for (Region each : List.of(begin, stop, figures, figuresLink, runsLink)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        var head = new HBox(8, title, badge, space, stop, begin);
        head.getStyleClass().add("row");
        var asked = text("text-muted");
        asked.setText(step.asked());
        figuresLink.setId("figures-" + step.id());
        figuresLink.setOnAction(_ -> openFigures(!open));
        runsLink.setId("runs-" + step.id());
        runsLink.setOnAction(_ -> onCompare.run());
        runsLink.setTooltip(new Tooltip("Show the ticked runs side by side"));
        var links = new HBox(12, takes, figuresLink, runsLink);
        HBox.setHgrow(takes, Priority.ALWAYS);
        takes.setMaxWidth(Double.MAX_VALUE);
        links.getStyleClass().add("row");
        figures.getStyleClass().add("key-values");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.SOMETIMES);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        figures.getColumnConstraints().addAll(names, values);
        setSpacing(4);
        getChildren().addAll(head, asked, why, note, links, figures);
        openFigures(false);
    }

    private static Label text(String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void openFigures(boolean now) {
        open = now;
        figures.setVisible(now);
        figuresLink.setText(now ? "Hide figures" : "Figures");
    }

    /// Shows where it stands.
    void show(GuideTold now) {
        StepState state = model.state(step, now);
        Here here = now.state().here();
        badge.setText(Sentence.begun(state.word()));
        badge.getStyleClass().removeAll("ok", "accent", "warn");
        switch (state) {
            case StepState.Done _ -> badge.getStyleClass().add("ok");
            case StepState.UnderWay _ -> badge.getStyleClass().add("accent");
            case StepState.NotHere _ -> badge.getStyleClass().add("warn");
            case StepState.NotBegun _ -> {}
        }
        why.setText(state.why());
        note.setText(step.note(here).orElse(""));
        takes.setText(step.isConclusion() ? "" : takes(now.state(), state));
        boolean isUnderWay = state instanceof StepState.UnderWay;
        boolean isDone = state instanceof StepState.Done;
        begin.setVisible(!step.isConclusion() && !isUnderWay);
        begin.setText(isDone ? "Do it again" : "Do it");
        begin.getStyleClass().remove("accent");
        if (isNext(now)) {
            begin.getStyleClass().add("accent");
        }
        stop.setVisible(isUnderWay);
        Optional<String> obstacle = step.obstacle(here);
        Optional<String> off = obstacle.or(() -> model.refusalProperty().get());
        begin.setDisable(off.isPresent());
        begin.setTooltip(new Tooltip(off.orElse("Do: " + words(here))));
        begin.setAccessibleText(begin.getText() + ": " + step.title());
        stop.setAccessibleText("Stop: " + step.title());
        fill(now.state());
        figuresLink.setVisible(!figures.getChildren().isEmpty());
        figuresLink.setAccessibleText("Figures of " + step.title());
        runsLink.setVisible(isDone && hasStudy(here));
        runsLink.setAccessibleText("Runs of " + step.title());
    }

    /// Whether it is the first that can be done and is not.
    private boolean isNext(GuideTold now) {
        return now.state().next().filter(step::equals).isPresent();
    }

    private boolean hasStudy(Here here) {
        return step.experiments(here).stream().anyMatch(GuideWork::isStudy);
    }

    private String words(Here here) {
        return String.join(
                "; ", step.experiments(here).stream().map(each -> each.words(here)).toList());
    }

    /// What it took here, or takes about, beside what its author planned.
    private String takes(GuideState state, StepState now) {
        GuideRecord.Spent spent = state.record().of(step);
        String about =
                spent.tries() > 0 || now instanceof StepState.NotHere
                        ? ""
                        : "about " + GuidePaper.time(step.estimate(state.here())) + " here";
        String planned =
                phase.budget().isEmpty()
                        ? ""
                        : "planned were "
                                + phase.budget()
                                + " for \u201c"
                                + phase.title()
                                + "\u201d";
        return Sentence.begun(
                Stream.of(about, spent.words(), planned)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    private void fill(GuideState state) {
        figures.getChildren().clear();
        int row = 0;
        for (Sought each : step.sought(state.here())) {
            var known = state.found().of(each.key());
            if (known.isPresent()) {
                var name = new Label(each.name(known.get()));
                name.getStyleClass().addAll("key", "text-small");
                var value = new Label(each.words(known.get()));
                value.getStyleClass().addAll("num", "value");
                name.setLabelFor(value);
                value.setTooltip(new Tooltip(known.get().what()));
                figures.addRow(row++, name, value);
            }
        }
    }
}
