package dev.lanescope.ui.compare;

import dev.lanescope.study.Study;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.StudyQuestion;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// Opens the question what is to be measured, and begins with it. Its runs are compared when it is
/// over.
final class MeasureButton extends Button {

    private final SessionModel session;
    private final ChosenRuns chosen;
    private @Nullable PopOver popOver;

    /// @param id for style sheets and tests
    MeasureButton(SessionModel session, ChosenRuns chosen, String id) {
        super("Measure \u2026", Icons.PLAY.node());
        this.session = session;
        this.chosen = chosen;
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(
                new Tooltip(
                        "Let models take turns on this folder, several times each, and compare"
                                + " what they took"));
        setOnAction(_ -> open());
        disableProperty().bind(StudyQuestion.isOff(session));
    }

    private void open() {
        PopOver ready = popOver;
        if (ready == null) {
            var pane = new MeasurePane(session.pythons(), this::begin);
            ready = Windows.popOver(pane, "Measure");
            popOver = ready;
        }
        Windows.show(ready, this);
    }

    private void begin(StudyPlan plan) {
        if (popOver != null) {
            popOver.hide();
        }
        if (session.contentProperty().get() instanceof Content.Ready(var site)) {
            Study study = plan.study(site, session.renderingProperty().get());
            session.measuring()
                    .begin(
                            study,
                            runs -> {
                                if (!runs.isEmpty()) {
                                    chosen.chooseAndJoin(runs);
                                }
                            });
        }
    }
}
