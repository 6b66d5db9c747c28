package dev.lanescope.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which screen of the window is shown.
final class Screens {

    /// The screens, in the order of their keys.
    enum Screen {
        TIMELINE("Timeline"),
        COMPARE("Compare"),
        SCALING("Scaling"),
        CLAIMS("Claims"),
        RUNTIMES("Runtimes");

        private final String title;

        Screen(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final ObjectProperty<Screen> shown = new SimpleObjectProperty<>(Screen.TIMELINE);

    ObjectProperty<Screen> shownProperty() {
        return shown;
    }

    void show(Screen screen) {
        shown.set(screen);
    }

    /// Does the one or the other, depending on what is shown; nothing where there is no time.
    Runnable either(Runnable onTimeline, Runnable onCompare) {
        return any(onTimeline, onCompare, () -> {});
    }

    /// Does one of three, depending on what is shown.
    Runnable any(Runnable onTimeline, Runnable onCompare, Runnable onScaling) {
        return () -> {
            switch (shown.get()) {
                case TIMELINE -> onTimeline.run();
                case COMPARE -> onCompare.run();
                case SCALING -> onScaling.run();
                case CLAIMS, RUNTIMES -> {} // their lists hear keys themselves
            }
        };
    }

    /// What acts on the timeline shows it first.
    Runnable onTimeline(Runnable action) {
        return () -> {
            show(Screen.TIMELINE);
            action.run();
        };
    }
}
