package dev.lanescope.ui.compare;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

import java.util.OptionalDouble;

/// Compared runs replayed together: how far their one clock has come, how fast it goes, whether it
/// goes. Without a head there is no race, and everything is seen; a race that reaches the end of
/// the slowest run is over.
///
/// It has no clock of its own: somebody tells it how much real time has passed.
public final class Race {

    private static final double[] FACTORS = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10
    };

    /// The fastest one.
    static final int LAST_STEP = FACTORS.length - 1;

    /// A race whose speed nobody has chosen takes at least so long.
    private static final double LEAST_NANOS = 6e9;

    private final ReadOnlyObjectWrapper<OptionalDouble> head =
            new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final IntegerProperty step = new SimpleIntegerProperty(LAST_STEP);
    private double endNanos;
    private boolean chosen;

    /// Begins anew with runs of which the slowest ends then; 0 if there are none.
    void of(long slowestNanos) {
        finish();
        endNanos = slowestNanos;
        if (!chosen && slowestNanos > 0) {
            int pleasant = LAST_STEP;
            while (pleasant > 0 && endNanos / FACTORS[pleasant] < LEAST_NANOS) {
                pleasant--;
            }
            step.set(pleasant);
        }
    }

    /// Nanoseconds since the first submit; empty if there is no race.
    public ReadOnlyObjectProperty<OptionalDouble> headProperty() {
        return head.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// How fast it goes: 0 is a thousandth of real time.
    IntegerProperty stepProperty() {
        return step;
    }

    /// Whether there is a race, be it paused.
    public boolean isOn() {
        return head.get().isPresent();
    }

    double endNanos() {
        return endNanos;
    }

    double factor() {
        return FACTORS[step.get()];
    }

    /// E.g. `1/10×` or `2×`.
    String speedInWords() {
        double factor = factor();
        return (factor < 1 ? "1/" + Math.round(1 / factor) : Long.toString(Math.round(factor)))
                + "\u00d7";
    }

    /// Begins, pauses, or goes on.
    public void toggle() {
        if (endNanos > 0) {
            if (head.get().isEmpty()) {
                head.set(OptionalDouble.of(0));
            }
            playing.set(!playing.get());
        }
    }

    /// Goes faster, or slower if negative.
    public void hurry(int by) {
        chosen = true;
        step.set(Math.clamp((long) step.get() + by, 0, LAST_STEP));
    }

    /// So much real time has passed.
    void advance(long realNanos) {
        if (playing.get()) {
            double to = head.get().orElse(0) + realNanos * factor();
            if (to >= endNanos) {
                finish();
            } else {
                head.set(OptionalDouble.of(to));
            }
        }
    }

    /// Goes to a moment and waits there.
    void scrub(double nanos) {
        if (endNanos > 0) {
            playing.set(false);
            head.set(OptionalDouble.of(Math.clamp(nanos, 0, endNanos)));
        }
    }

    /// Goes back to the first submit; a race that goes on goes on from there.
    public void rewind() {
        if (isOn()) {
            head.set(OptionalDouble.of(0));
        }
    }

    /// Ends it: everything is seen again.
    public void finish() {
        playing.set(false);
        head.set(OptionalDouble.empty());
    }
}
