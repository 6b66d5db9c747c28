package dev.lanescope.ui.findings;

import dev.lanescope.analysis.explain.Remedy;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Cure;
import dev.lanescope.ui.session.RunRecord;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Runs exactly what a finding advises; greyed out, with the reason, where that cannot be done.
public final class CureButton extends HBox {

    /// @param record the run in which it was found
    /// @param title what the run is called
    public CureButton(Cure cure, RunRecord record, Remedy remedy, String title) {
        var run = new Button("Run it", Icons.PLAY.node());
        run.getStyleClass().addAll("small", "run-finding");
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(_ -> cure.run(record, remedy));
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(run);
        String refusal = cure.refusal(record, remedy).orElse("");
        if (refusal.isEmpty()) {
            run.setAccessibleText("Run it with " + remedy.options());
            run.setTooltip(
                    new Tooltip(
                            "Runs "
                                    + title
                                    + " once more with "
                                    + remedy.options()
                                    + ", and compares it"));
        } else {
            run.setDisable(true);
            run.setAccessibleText(refusal);
            Tooltip.install(this, new Tooltip(refusal)); // a button that is disabled shows no tip
        }
    }
}
