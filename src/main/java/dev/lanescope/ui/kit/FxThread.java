package dev.lanescope.ui.kit;

import javafx.application.Platform;

/// The one door to the FX thread: no other class calls `Platform.runLater`, which a test holds.
public final class FxThread {

    private FxThread() {}

    /// Runs the action on the FX thread, soon, after what is already queued there. For results, not
    /// for streams of events: what changes often is read once per frame, see [FrameTicker].
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Refuses to go on when the caller is on another thread.
    ///
    /// @throws IllegalStateException when not called on the FX thread
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "on " + Thread.currentThread().getName() + " instead of the FX thread");
        }
    }
}
