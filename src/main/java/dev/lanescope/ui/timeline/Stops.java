package dev.lanescope.ui.timeline;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.Optional;
import java.util.OptionalDouble;

/// The moments at which the JVM had stopped all lanes, as the timeline shows them: with a veil over
/// the lanes or without, and one after the other.
public final class Stops {

    /// So many times as much time is shown around an event that would be too small to be seen.
    private static final double SURROUNDED = 8;

    private final TimelineModel model;
    private final BooleanProperty shown = new SimpleBooleanProperty(true);

    Stops(TimelineModel model) {
        this.model = model;
    }

    /// Whether a veil lies over the lanes meanwhile.
    public BooleanProperty shownProperty() {
        return shown;
    }

    /// Lifts the veil, or lays it again.
    public void toggle() {
        shown.set(!shown.get());
    }

    /// Brings the next stop after the cursor into the middle; without a cursor, after the middle.
    ///
    /// @return it, unless there is none
    public Optional<JvmEvent> next() {
        return goTo(+1);
    }

    /// The same for the stop before.
    public Optional<JvmEvent> previous() {
        return goTo(-1);
    }

    private Optional<JvmEvent> goTo(int direction) {
        Optional<JvmEvent> found =
                model.shownProperty().get().flatMap(trace -> stop(trace, from(), direction));
        found.ifPresent(this::centre);
        return found;
    }

    private void centre(JvmEvent event) {
        double middle = (event.startNanos() + event.endNanos()) / 2.0;
        model.panBy(middle - middleOfWindow());
        model.cursorProperty().set(OptionalDouble.of(middle));
    }

    /// Brings anything that the JVM did into the middle, so near that it can be seen.
    public void show(JvmEvent event) {
        TimeWindow near = TimeWindow.around(event.startNanos(), event.endNanos());
        double middle = (near.startNanos() + near.endNanos()) / 2;
        TimeWindow wide = near.zoomed(1 / SURROUNDED, middle);
        if (wide.nanos() < model.windowProperty().get().nanos()) {
            model.showWindow(wide);
        }
        centre(event);
    }

    private double from() {
        return model.cursorProperty().get().orElse(middleOfWindow());
    }

    private double middleOfWindow() {
        TimeWindow window = model.windowProperty().get();
        return (window.startNanos() + window.endNanos()) / 2;
    }

    private static Optional<JvmEvent> stop(Snapshot trace, double from, int direction) {
        var stops = trace.jvm().stream().filter(event -> event.kind().stopsTheWorld());
        return direction > 0
                ? stops.filter(stop -> stop.startNanos() > from).findFirst()
                : stops.filter(stop -> stop.endNanos() < from).reduce((_, later) -> later);
    }
}
