package dev.lanescope.ui.timeline;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// Which stretch of time the picture shows, and how one gets about in it.
///
/// While a run goes on and nobody has moved the picture, the window *follows*: it begins at the
/// first submit and grows ahead of the live edge in steps, so that lanes fill from the left. Any
/// move ends that; [#showAll] resumes it. Every move can be undone.
final class Navigation {

    private static final long FIRST_LIVE_WINDOW = 250_000_000;
    private static final double FULL = 0.94;
    private static final double GROWTH = 1.6;

    private final ReadOnlyObjectWrapper<TimeWindow> window =
            new ReadOnlyObjectWrapper<>(TimeWindow.fit(FIRST_LIVE_WINDOW));
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final Trail trail = new Trail();
    private @Nullable Snapshot trace;

    /// Another run is shown from now on: everything of it.
    void begin() {
        following.set(true);
        trail.forget();
    }

    /// The trace as it is now.
    ///
    /// @param moved whether it may have grown since the last time
    void show(@Nullable Snapshot now, boolean moved) {
        trace = now;
        if (now != null && following.get()) {
            follow(now, moved);
        }
    }

    private void follow(Snapshot now, boolean moved) {
        if (now.finished()) {
            if (moved) {
                window.set(TimeWindow.fit(now.endNanos()));
            }
            return;
        }
        double width = Math.max(FIRST_LIVE_WINDOW, window.get().endNanos());
        if (now.endNanos() < FIRST_LIVE_WINDOW * FULL) {
            width = FIRST_LIVE_WINDOW;
        }
        while (now.endNanos() > width * FULL) {
            width *= GROWTH;
        }
        if (window.get().startNanos() != 0 || window.get().endNanos() != width) {
            window.set(new TimeWindow(0, width));
        }
    }

    /// Goes there, as far as there is something.
    void move(TimeWindow to) {
        if (trace != null) {
            trail.leave(window.get(), System.nanoTime());
            following.set(false);
            window.set(to.clamped(trace.endNanos()));
        }
    }

    /// Shows the whole run, and follows it if it goes on.
    void showAll() {
        if (trace != null) {
            trail.leave(window.get(), System.nanoTime());
            following.set(true);
            follow(trace, true);
        }
    }

    /// Undoes the last move.
    void back() {
        trail.back(window.get()).ifPresent(this::goTo);
    }

    /// Does again what was undone.
    void forward() {
        trail.forward(window.get()).ifPresent(this::goTo);
    }

    private void goTo(TimeWindow there) {
        following.set(false);
        window.set(there);
    }

    /// Moves a moment to the middle, at the same width, or as near to it as the ends of the run
    /// allow.
    ///
    /// @return whether the picture moved to speak of
    boolean centre(double moment) {
        double before = middle();
        move(window.get().panned(moment - before));
        return Math.abs(middle() - before) >= window.get().nanos() * 0.01;
    }

    double middle() {
        return (window.get().startNanos() + window.get().endNanos()) / 2;
    }

    TimeWindow window() {
        return window.get();
    }

    ReadOnlyObjectProperty<TimeWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// Whether the picture moves along with the live edge.
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }
}
