package dev.lanescope.chart;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.NiceStep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The marks of a time axis: at nice steps, with labels that never touch, and minor marks between
/// them.
///
/// All labels have one unit, chosen by the right end of the window, and as many decimals as the
/// step needs.
///
/// @param stepNanos from label to label
/// @param ticks from left to right
public record TimeAxis(long stepNanos, List<Tick> ticks) {

    private static final double LEAST_MINOR_PIXELS = 5;

    /// One mark.
    ///
    /// @param x the middle of its label
    /// @param nanos the moment it stands at, never negative
    /// @param label empty for minor marks
    public record Tick(double x, long nanos, String label) {

        public boolean isMajor() {
            return !label.isEmpty();
        }
    }

    public TimeAxis {
        ticks = List.copyOf(ticks);
    }

    /// The axis with the smallest steps whose labels have at least `gap` pixels between them.
    ///
    /// @param measure the width of a label in pixels
    public static TimeAxis of(
            TimeWindow window, double width, ToDoubleFunction<String> measure, double gap) {
        long unit = Durations.unit((long) window.endNanos());
        double perPixel = window.nanosPerPixel(width);
        long step = NiceStep.atLeast(gap * perPixel);
        while (!fits(window, width, unit, step, measure, gap)) {
            step = NiceStep.next(step);
        }
        long minor = minorStep(step);
        long marks = minor / perPixel < LEAST_MINOR_PIXELS ? step : minor;
        List<Tick> ticks = new ArrayList<>();
        for (long at = first(window, marks); at <= window.endNanos(); at += marks) {
            String label = at % step == 0 ? label(at, step, unit) : "";
            ticks.add(new Tick(window.xOf((double) at, width), at, label));
        }
        return new TimeAxis(step, ticks);
    }

    private static boolean fits(
            TimeWindow window,
            double width,
            long unit,
            long step,
            ToDoubleFunction<String> measure,
            double gap) {
        double room = step / window.nanosPerPixel(width) - gap;
        for (long at = first(window, step); at <= window.endNanos(); at += step) {
            if (measure.applyAsDouble(label(at, step, unit)) > room) {
                return false;
            }
        }
        return true;
    }

    private static long first(TimeWindow window, long step) {
        return (long) Math.ceil(Math.max(0, window.startNanos()) / step) * step;
    }

    /// Fifths of 1 and 5, halves of 2; the step itself if that is not whole.
    private static long minorStep(long step) {
        long rest = step;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        long parts = rest == 2 ? 2 : 5;
        return step % parts == 0 ? step / parts : step;
    }

    private static String label(long nanos, long step, long unit) {
        int decimals = 0;
        for (long smallest = unit; smallest > 1 && step % smallest != 0; smallest /= 10) {
            decimals++;
        }
        BigDecimal value = BigDecimal.valueOf(nanos).movePointLeft(Durations.exponent(unit));
        return value.setScale(decimals).toPlainString() + " " + Durations.name(unit);
    }
}
