package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knob;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// One knob: its name, its controls, and below them what it does or why the model cannot do it.
final class KnobRow extends VBox {

    private static final double NAME_WIDTH = 120;

    private final Knob knob;
    private final HBox controls;
    private final Label sentence = new Label();
    private final Tooltip tip = new Tooltip();

    KnobRow(Knob knob, String name, Node... nodes) {
        super(2);
        this.knob = knob;
        setId("knob-" + knob.id());
        var label = new Label(name);
        label.setMinWidth(NAME_WIDTH);
        controls = new HBox(nodes);
        controls.getStyleClass().add("row");
        HBox.setHgrow(controls, Priority.ALWAYS);
        for (Node node : nodes) {
            if (node.getAccessibleText() == null) {
                node.setAccessibleText(name);
            }
        }
        var line = new HBox(label, controls);
        line.getStyleClass().add("row");
        sentence.getStyleClass().addAll("text-small", "text-muted");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(line, sentence);
    }

    /// Greys the knob out if the model cannot honour it, and says why.
    void show(ConcurrencyModel model) {
        Optional<String> refusal = model.refusal(knob);
        controls.setDisable(refusal.isPresent());
        sentence.setText(refusal.orElseGet(() -> whatItDoes(model)));
        tip.setText(refusal.orElse(""));
        if (refusal.isPresent()) {
            Tooltip.install(this, tip);
        } else {
            Tooltip.uninstall(this, tip);
        }
    }

    /// What a page keeps that is given up, differs most from model to model.
    private String whatItDoes(ConcurrencyModel model) {
        return knob == Knob.PAGE_TIMEOUT
                ? knob.sentence() + " " + model.ifAPageHangs()
                : knob.sentence();
    }
}
