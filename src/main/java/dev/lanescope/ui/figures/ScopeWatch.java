package dev.lanescope.ui.figures;

import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// Tells a view when figures of something else are to be asked for, as long as the view can be
/// seen: at once when somebody moves or selects, and of a run that goes on now and then, so that
/// looking at it does not disturb it. A view that is hidden, or whose run is not shown any more, is
/// told to forget, or it would keep a trace alive that nobody can see.
final class ScopeWatch {

    private static final long LIVE_PAUSE_NANOS = 500_000_000;

    /// Of its time, a live view spends at most one part in so many on figures.
    private static final int PART = 4;

    private final TimelineModel timeline;
    private final Node view;
    private final Consumer<Scope> ask;
    private final Runnable forget;
    private @Nullable Scope asked;
    private long askedAt;
    private long notBefore;
    private boolean pending;

    /// @param ask is given what figures are wanted of
    /// @param forget is called when there is nothing to show figures of
    ScopeWatch(TimelineModel timeline, Node view, Consumer<Scope> ask, Runnable forget) {
        this.timeline = timeline;
        this.view = view;
        this.ask = ask;
        this.forget = forget;
        timeline.shownProperty().subscribe(_ -> changed());
        timeline.windowProperty().subscribe(_ -> changed());
        timeline.rangeProperty().subscribe(_ -> changed());
        timeline.arrangement().rowsProperty().subscribe(_ -> changed());
        view.visibleProperty().subscribe(_ -> changed());
    }

    private void changed() {
        if (!pending && (view.isVisible() || asked != null)) {
            pending = true;
            FxThread.later(this::look);
        }
    }

    /// Asks although nothing of the timeline has changed: the view wants them otherwise.
    void again() {
        asked = null;
        look();
    }

    /// To be called when figures came; they took as long as that to be worked out.
    void answered() {
        long now = System.nanoTime();
        notBefore = now + Math.max(LIVE_PAUSE_NANOS, (PART - 1) * (now - askedAt));
    }

    /// Whether figures are still wanted.
    boolean isWanted(Scope scope) {
        return asked != null && asked.trace().isOfRun(scope.trace());
    }

    private void look() {
        pending = false;
        Optional<Scope> scope = view.isVisible() ? Scope.of(timeline) : Optional.empty();
        if (scope.isEmpty() || (asked != null && !isWanted(scope.get()))) {
            asked = null;
            forget.run();
        }
        scope.filter(now -> !isSame(now) && !isTooSoon(now)).ifPresent(this::askFor);
    }

    private void askFor(Scope scope) {
        asked = scope;
        askedAt = System.nanoTime();
        notBefore = Long.MAX_VALUE;
        ask.accept(scope);
    }

    /// The next moment of the run asks again.
    private boolean isTooSoon(Scope scope) {
        boolean selects = scope.isSelected() || (asked != null && asked.isSelected());
        boolean moved = !isSameRange(scope) && (selects || !timeline.followingProperty().get());
        return asked != null
                && !scope.trace().finished()
                && !moved
                && (notBefore == Long.MAX_VALUE || System.nanoTime() - notBefore < 0);
    }

    @SuppressWarnings("ReferenceEquality") // the very trace
    private boolean isSame(Scope scope) {
        return asked != null && isSameRange(scope) && asked.trace() == scope.trace();
    }

    private boolean isSameRange(Scope scope) {
        return asked != null
                && asked.stretch().equals(scope.stretch())
                && asked.order().equals(scope.order())
                && asked.axis().equals(scope.axis());
    }
}
