package dev.lanescope.ui.scaling;

import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.StudyQuestion;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Opens the question what is to be swept, and begins with it. When it is over its runs are ticked,
/// beside those of other models that were as warm.
final class SweepButton extends Button {

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final ScalingModel model;
    private final SweepPane pane;
    private @Nullable PopOver popOver;

    /// @param id for style sheets and tests
    SweepButton(SessionModel session, ChosenRuns chosen, ScalingModel model, String id) {
        super("Sweep \u2026", Icons.PLAY.node());
        this.session = session;
        this.chosen = chosen;
        this.model = model;
        this.pane = new SweepPane(session.pythons(), this::begin);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(
                new Tooltip(
                        "Run this folder under one model with ever more workers, several times"
                                + " each, taking turns"));
        setOnAction(_ -> open());
        disableProperty().bind(StudyQuestion.isOff(session));
    }

    private void open() {
        pane.choose(session.modelProperty().get());
        show();
    }

    private void show() {
        PopOver ready = popOver == null ? Windows.popOver(pane, "Sweep the workers") : popOver;
        popOver = ready;
        Windows.show(ready, this);
    }

    private void begin(SweepPlan plan) {
        if (popOver != null) {
            popOver.hide();
        }
        if (session.contentProperty().get() instanceof Content.Ready(var site)) {
            session.measuring()
                    .begin(
                            plan.study(site, session.renderingProperty().get()),
                            runs -> over(plan.model().id(), plan.isGrid(), runs));
        }
    }

    private void over(String swept, boolean grid, List<RunRecord> runs) {
        if (runs.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(runs);
        Set<String> fresh =
                runs.stream().map(run -> run.trace().info().model()).collect(Collectors.toSet());
        chosen.property().get().stream()
                .filter(record -> !fresh.contains(record.trace().info().model()))
                .filter(record -> isLike(record, runs.getFirst()))
                .forEach(all::add);
        model.tell(swept);
        model.grid().wish(grid);
        chosen.choose(all);
    }

    private static boolean isLike(RunRecord record, RunRecord fresh) {
        var info = record.trace().info();
        var its = fresh.trace().info();
        return info.content().equals(its.content())
                && info.contentBytes() == its.contentBytes()
                && info.items().size() == its.items().size()
                && info.setting().equals(its.setting())
                && info.temperature() == its.temperature();
    }
}
