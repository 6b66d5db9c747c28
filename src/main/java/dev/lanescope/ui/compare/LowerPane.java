package dev.lanescope.ui.compare;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.session.Cure;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.util.Locale;
import java.util.function.Consumer;

/// What stands below the table: matched pages, the chosen range, the spans of a part, findings. The
/// others come forward by themselves when somebody chooses what they show.
final class LowerPane extends VBox {

    private static final double HEIGHT = 140;

    private final SegmentedButton buttons = new SegmentedButton();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane stage = new StackPane();

    /// @param onPlace told what to show on the timeline
    LowerPane(CompareModel model, Appearance appearance, Cure cure, Consumer<Place> onPlace) {
        setId("compare-lower");
        getStyleClass().add("compare-lower");
        buttons.setToggleGroup(group);
        var bar = new HBox(buttons);
        bar.getStyleClass().add("view-switch");
        stage.getStyleClass().add("compare-stage");
        stage.setMinHeight(76);
        stage.setPrefHeight(HEIGHT);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(bar, stage);
        ToggleButton pages = add("Pages", new MatchedPages(model, appearance));
        ToggleButton range = add("Range", new RangeTable(model));
        ToggleButton spans = add("Part", new LitSpans(model, onPlace));
        ToggleButton findings = add("Findings", new FindingList(model, cure));
        group.selectToggle(pages);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        group.selectToggle(before); // one is always shown
                    }
                });
        model.figures()
                .rangeProperty()
                .subscribe(now -> {
                    if (now.isPresent() && !findings.isSelected()) {
                        group.selectToggle(range);
                    }
                });
        model.figures()
                .litProperty()
                .subscribe(now -> now.ifPresent(_ -> group.selectToggle(spans)));
        model.figures()
                .explainedProperty()
                .subscribe(now ->
                        findings.setText(
                                now.map(each -> "Findings " + each.findings().size())
                                        .orElse("Findings")));
    }

    private ToggleButton add(String name, Node view) {
        var button = new ToggleButton(name);
        button.setId("compare-" + name.toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("small", "text-small");
        button.setToggleGroup(group);
        buttons.getButtons().add(button);
        view.visibleProperty().bind(button.selectedProperty());
        view.managedProperty().bind(view.visibleProperty());
        stage.getChildren().add(view);
        return button;
    }
}
