package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.runtimes.RuntimeMenu;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;

/// What is to be run, from left to right: the content, the model, the workers; on the right how the
/// run is going, and the button that starts or stops it.
public final class ExperimentBar extends HBox {

    private final Button run = new Button("Run", Icons.PLAY.node());
    private final Button stop = new Button("Stop", Icons.STOP.node());

    /// @param paused whether the picture stands still while the run goes on
    public ExperimentBar(
            SessionModel session,
            Appearance appearance,
            LivePulse pulse,
            BooleanProperty paused,
            FolderChoice folders,
            Background background) {
        getStyleClass().add("experiment-bar");
        setId("experiment-bar");
        BooleanBinding running =
                Bindings.createBooleanBinding(
                        session::isRunning,
                        session.activeProperty(),
                        session.measuring().studyProperty());
        BooleanBinding ready =
                Bindings.createBooleanBinding(
                        () -> session.contentProperty().get() instanceof Content.Ready,
                        session.contentProperty());

        var content = new ContentChip(session, folders);
        var model = new ModelPicker(session);
        var runtime =
                new RuntimeMenu(
                        session.pythons(),
                        session.modelProperty().map(ExperimentBar::runtimeOf),
                        "runtime");
        runtime.visibleProperty().bind(session.modelProperty().map(PythonModel.class::isInstance));
        var _ = new OnChosenRuntime(session);
        var workers = new WorkersChip(session);
        var knobs = new KnobsButton(session, appearance, background);
        content.disableProperty().bind(running);
        model.disableProperty().bind(running);
        runtime.disableProperty().bind(running);
        workers.disableProperty().bind(running);
        knobs.disableProperty().bind(running);

        run.setId("run");
        run.getStyleClass().add("accent");
        run.setTooltip(new Tooltip("Render the folder under this model and watch it (Ctrl+Enter)"));
        run.setOnAction(_ -> {
            session.run();
            letGoOfFocus();
        });
        run.disableProperty().bind(ready.not());
        showWhen(run, running.not());

        var pause = new ToggleButton("Pause", Icons.PAUSE.node());
        pause.setId("pause");
        pause.setTooltip(
                new Tooltip("Stop the picture while the run goes on, or let it catch up (Space)"));
        pause.selectedProperty().bindBidirectional(paused);
        showWhen(
                pause,
                Bindings.createBooleanBinding(
                        () -> session.activeProperty().get().isPresent(),
                        session.activeProperty()));

        stop.setId("stop");
        stop.getStyleClass().add("danger");
        stop.setTooltip(new Tooltip("End the run now (Ctrl+.)"));
        stop.setOnAction(_ -> {
            session.stop();
            letGoOfFocus();
        });
        showWhen(stop, running);
        List.of(knobs, pause, run, stop).forEach(button -> button.setMinWidth(USE_PREF_SIZE));

        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        content,
                        model,
                        runtime,
                        workers,
                        knobs,
                        space,
                        new LiveReadout(session, pulse),
                        pause,
                        run,
                        stop);
    }

    private static Optional<PythonRuntime> runtimeOf(ConcurrencyModel model) {
        return model instanceof PythonModel python ? python.runtime() : Optional.empty();
    }

    /// A button that disappears would hand the focus to the next one, and Space would press that.
    private void letGoOfFocus() {
        getScene().getRoot().requestFocus();
    }

    private static void showWhen(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
