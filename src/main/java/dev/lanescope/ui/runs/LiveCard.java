package dev.lanescope.ui.runs;

import dev.lanescope.recording.Run;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The run that is going on, at the head of the library: clicking it shows it live again.
final class LiveCard extends VBox {

    private final Label pages = new Label();
    private final SessionModel session;

    LiveCard(SessionModel session, LivePulse pulse) {
        this.session = session;
        getStyleClass().add("run-card");
        managedProperty().bind(visibleProperty());
        pages.getStyleClass().addAll("num", "text-muted");
        pulse.add(this::tick);
        setOnMouseClicked(_ -> session.showLive());
        session.activeProperty()
                .subscribe(run -> {
                    run.ifPresent(this::show);
                    setVisible(run.isPresent());
                });
    }

    private void show(Run run) {
        var model = run.experiment().model();
        var name = new Label(model.title());
        name.getStyleClass().add("text-strong");
        var workers = new Label("×" + run.experiment().workers());
        workers.getStyleClass().addAll("num", "text-muted");
        var title = new HBox(ModelLook.of(model.id()).node(12, false), name, workers);
        title.getStyleClass().add("row");
        var dot = new Region();
        dot.getStyleClass().add("recording-dot");
        var now = new HBox(dot, new Label("recording"), pages);
        now.getStyleClass().add("row");
        getChildren().setAll(title, now);
        tick();
    }

    private void tick() {
        session.activeProperty()
                .get()
                .ifPresent(run ->
                        pages.setText(run.progress().done() + " / " + run.progress().pages()));
    }
}
