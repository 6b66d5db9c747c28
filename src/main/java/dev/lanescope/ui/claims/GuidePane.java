package dev.lanescope.ui.claims;

import dev.lanescope.claims.guide.Guide;
import dev.lanescope.ui.kit.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A plan of others as a guide: its steps, a card each, and how it ends on the right.
public final class GuidePane extends BorderPane {

    private static final double PANEL = 340;
    private static final double NARROW_PANEL = 270;
    private static final double WIDE = 900;

    private final GuideModel model;
    private final Runnable onCompare;
    private final Label summary = new Label("Looking for Pythons and what was kept \u2026");
    private final Label question = new Label();
    private final Label complaints = new Label();
    private final VBox steps = new VBox();
    private final List<StepCard> cards = new ArrayList<>();
    private final GuideEnd end = new GuideEnd();
    private final ScrollPane side = new ScrollPane(end);
    private Optional<Guide> made = Optional.empty();

    /// @param onCompare shows the ticked runs side by side
    /// @param askWhere asks where to save a file, given the name to propose
    public GuidePane(
            GuideModel model, Runnable onCompare, Function<String, Optional<Path>> askWhere) {
        this.model = model;
        this.onCompare = onCompare;
        setId("guide");
        setMinWidth(480);
        for (Label each : List.of(question, complaints)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
            each.managedProperty().bind(each.textProperty().isNotEmpty());
        }
        question.getStyleClass().addAll("text-small", "text-muted", "section");
        complaints.setId("guide-complaints");
        complaints.getStyleClass().addAll("text-small", "text-bad", "cautions");
        steps.setId("guide-steps");
        var scroll = new ScrollPane(steps);
        for (ScrollPane each : List.of(scroll, side)) {
            each.setFitToWidth(true);
            each.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            each.getStyleClass().addAll("panel", "edge-to-edge");
        }
        side.getStyleClass().add("line-left");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var middle = new VBox(head(askWhere), question, complaints, scroll);
        middle.getStyleClass().add("panel");
        setCenter(middle);
        setRight(side);
        model.toldProperty().subscribe(_ -> show());
        model.doingProperty().subscribe(_ -> show());
        model.underWayProperty().subscribe(_ -> show());
        model.refusalProperty().subscribe(_ -> show());
    }

    private HBox head(Function<String, Optional<Path>> askWhere) {
        var group = new ToggleGroup();
        var guides = new SegmentedButton();
        guides.setToggleGroup(group);
        guides.setMinWidth(Region.USE_PREF_SIZE);
        for (Guide each : Guide.values()) {
            var button = new ToggleButton(each.title());
            button.setId("guide-" + each.id());
            button.getStyleClass().addAll("small", "text-small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip("A plan of " + each.by()));
            button.setOnAction(_ -> {
                model.guideProperty().set(each);
                button.setSelected(true); // a second click does not let go of it
            });
            model.guideProperty().subscribe(now -> button.setSelected(now == each));
            guides.getButtons().add(button);
        }
        summary.setId("guide-summary");
        summary.getStyleClass().addAll("text-small", "text-muted");
        summary.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var save = new Button("Save report \u2026", Icons.EXPORT.node());
        save.setId("guide-report");
        save.getStyleClass().add("small");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setTooltip(new Tooltip("Write all that is known into one file, *.html or *.md"));
        save.setOnAction(_ -> askWhere.apply(model.reportName()).ifPresent(model::save));
        save.disableProperty().bind(model.toldProperty().map(Optional::isEmpty));
        var head = new HBox(guides, summary, space, save);
        head.getStyleClass().addAll("panel-head", "compare-head");
        return head;
    }

    @Override
    protected void layoutChildren() {
        side.setPrefWidth(getWidth() < WIDE ? NARROW_PANEL : PANEL);
        super.layoutChildren();
    }

    private void show() {
        model.toldProperty().get().ifPresent(this::show);
    }

    private void show(GuideTold now) {
        Guide guide = now.state().guide();
        if (!made.equals(Optional.of(guide))) {
            make(guide);
        }
        summary.setText(now.state().summary());
        question.setText(guide.question() + " A plan of " + guide.by() + ".");
        complaints.setText(String.join(" ", now.complaints()));
        cards.forEach(card -> card.show(now));
        end.show(now.state());
    }

    private void make(Guide guide) {
        made = Optional.of(guide);
        cards.clear();
        for (Guide.Phase phase : guide.phases()) {
            phase.steps()
                    .forEach(step ->
                            cards.add(
                                    new StepCard(model, phase, step, cards.size() + 1, onCompare)));
        }
        steps.getChildren().setAll(cards);
    }
}
