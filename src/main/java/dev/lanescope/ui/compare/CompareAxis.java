package dev.lanescope.ui.compare;

import dev.lanescope.chart.TimeWindow;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;
import java.util.OptionalDouble;

/// The axis that all compared runs share: what stands at the same place of it, which part of it is
/// in sight, which is chosen, and where the pointer is.
public final class CompareAxis {

    private static final double ZOOM = 1.25;
    private static final double PAN = 0.08;

    private final ReadOnlyObjectWrapper<Aligned> aligned =
            new ReadOnlyObjectWrapper<>(Aligned.NOTHING);
    private final ReadOnlyObjectWrapper<TimeWindow> window =
            new ReadOnlyObjectWrapper<>(TimeWindow.fit(1));
    private final ReadOnlyObjectWrapper<Optional<PlaceRange>> range =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<OptionalDouble> cursor =
            new SimpleObjectProperty<>(OptionalDouble.empty());

    CompareAxis() {}

    /// What the axis counts, and where each run's time lies on it.
    ReadOnlyObjectProperty<Aligned> alignedProperty() {
        return aligned.getReadOnlyProperty();
    }

    Aligned aligned() {
        return aligned.get();
    }

    /// What of the axis can be seen.
    public ReadOnlyObjectProperty<TimeWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// The part of the axis that is chosen in all runs.
    ReadOnlyObjectProperty<Optional<PlaceRange>> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// The place under the pointer.
    public ObjectProperty<OptionalDouble> cursorProperty() {
        return cursor;
    }

    /// Another axis, all of it in sight and nothing of it chosen.
    void lay(Aligned now) {
        range.set(Optional.empty());
        cursor.set(OptionalDouble.empty());
        aligned.set(now);
        showAll();
    }

    private long length() {
        return Math.round(aligned.get().length());
    }

    /// Shows `factor` times less of it around a place that stays where it is.
    void zoomAt(double factor, double place) {
        move(window.get().zoomed(factor, place));
    }

    void panBy(double by) {
        move(window.get().panned(by));
    }

    private void move(TimeWindow to) {
        window.set(to.clamped(length()));
    }

    /// A press of a zoom key: at the cursor if there is one.
    public void zoomKey(int direction) {
        TimeWindow now = window.get();
        double middle = (now.startNanos() + now.endNanos()) / 2;
        zoomAt(Math.pow(ZOOM, direction), cursor.get().orElse(middle));
    }

    /// A press of a pan key.
    public void panKey(int direction) {
        panBy(direction * PAN * window.get().nanos());
    }

    /// Shows all of it.
    public void showAll() {
        window.set(TimeWindow.fit(length()));
    }

    /// Shows a part of it with some room around.
    void show(PlaceRange part) {
        move(TimeWindow.around(Math.round(part.from()), Math.round(part.to())));
    }

    /// Chooses a part of it, as far as it goes.
    void select(PlaceRange part) {
        range.set(
                Optional.of(
                        new PlaceRange(
                                Math.clamp(part.from(), 0, aligned.get().length()),
                                Math.clamp(part.to(), 0, aligned.get().length()))));
    }

    /// Chooses all that is in sight.
    public void selectWindow() {
        select(new PlaceRange(window.get().startNanos(), window.get().endNanos()));
    }

    void letGoOfRange() {
        range.set(Optional.empty());
    }

    /// What of it a span takes.
    PlaceRange partOf(Picked picked) {
        var warp = aligned.get().of(picked.run());
        return PlaceRange.between(
                warp.placeOf((double) picked.span().startNanos()),
                warp.placeOf((double) picked.span().endNanos()));
    }
}
