package dev.lanescope.ui.experiment;

import dev.lanescope.recording.Run;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.Locale;

/// How the run that is going on is getting along: a red dot and the time since the first submit.
final class LiveReadout extends HBox {

    private final SessionModel session;
    private final Label what = new Label();
    private final Label time = new Label();

    LiveReadout(SessionModel session, LivePulse pulse) {
        this.session = session;
        getStyleClass().add("row");
        var dot = new Region();
        dot.getStyleClass().add("recording-dot");
        what.getStyleClass().add("text-muted");
        time.getStyleClass().add("num-strong");
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(dot, what, time);
        pulse.add(this::tick);
        session.activeProperty().subscribe(run -> setVisible(run.isPresent()));
    }

    private void tick() {
        session.activeProperty()
                .get()
                .ifPresent(run -> {
                    what.setText(doing(run));
                    double seconds = run.snapshot().map(Snapshot::endNanos).orElse(0L) / 1e9;
                    time.setText(String.format(Locale.ROOT, "%.3f s", seconds));
                });
    }

    private static String doing(Run run) {
        return switch (run.phase()) {
            case PREPARING -> "preparing the output folder";
            case WARMING_UP ->
                    "warming up "
                            + Math.max(1, run.progress().warmUpPass())
                            + " of "
                            + run.experiment().knobs().warmUp();
            case RENDERING -> "recording";
            case VERIFYING, OVER -> "reading back and hashing";
        };
    }
}
