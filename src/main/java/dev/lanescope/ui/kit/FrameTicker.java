package dev.lanescope.ui.kit;

import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.time.Duration;

/// The pulse of a live view: calls it at most once per interval, on the FX thread, while there is
/// something to see.
///
/// It beats when it is active, its node is visible and in a scene, and the window is open and not
/// minimised; otherwise it costs nothing. It starts inactive.
public final class FrameTicker {

    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    // Held, because nothing else holds the chain that leads to the window.
    private final ObservableValue<Boolean> beats;
    private final Runnable onTick;
    private final long intervalNanos;
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    tick(now);
                }
            };
    private long lastNanos;

    /// @param node what must be seen
    /// @param interval at least this long from one call to the next; zero for every frame
    public FrameTicker(Node node, Duration interval, Runnable onTick) {
        this.onTick = onTick;
        this.intervalNanos = interval.toNanos();
        this.beats =
                node.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(FrameTicker::seen)
                        .flatMap(seen -> node.visibleProperty().map(visible -> seen && visible))
                        .flatMap(seen -> active.map(on -> seen && on))
                        .orElse(false);
        beats.subscribe(this::beat);
    }

    private static ObservableValue<Boolean> seen(Window window) {
        return window instanceof Stage stage
                ? window.showingProperty()
                        .flatMap(open -> stage.iconifiedProperty().map(small -> open && !small))
                : window.showingProperty().map(open -> open);
    }

    private void beat(boolean on) {
        if (on) {
            // The first frame counts at once: what was hidden is out of date.
            lastNanos = Long.MIN_VALUE;
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void tick(long now) {
        if (lastNanos == Long.MIN_VALUE || now - lastNanos >= intervalNanos) {
            lastNanos = now;
            onTick.run();
        }
    }

    /// Whether the view wants to be called at all, e.g. while a run is going on.
    public BooleanProperty activeProperty() {
        return active;
    }

    /// Whether it beats right now.
    public boolean isBeating() {
        return beats.getValue();
    }
}
