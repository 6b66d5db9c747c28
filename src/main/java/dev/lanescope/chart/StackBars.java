package dev.lanescope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bars of parts that lie on each other, side by side on one scale. Positive parts grow from zero
/// upwards in their order, negative ones hang below zero.
///
/// @param parts of all bars
/// @param zeroY where zero lies, from the top
/// @param unit how many pixels one is high
public record StackBars(List<Part> parts, double zeroY, double unit) {

    /// One part of one bar.
    ///
    /// @param bar from the left, from 0
    /// @param part its number in the bar
    /// @param box where it lies; no part without height is among them
    public record Part(int bar, int part, Box box) {}

    private static final double WIDEST = 44;

    public StackBars {
        parts = List.copyOf(parts);
    }

    /// Lays out bars in a picture.
    ///
    /// @param heights of each bar's parts
    /// @param most the highest value that must fit, such as the number of lanes
    public static StackBars of(
            List<List<Double>> heights, double most, double width, double height) {
        double top = most;
        double bottom = 0;
        for (List<Double> bar : heights) {
            top = Math.max(top, bar.stream().filter(each -> each > 0).reduce(0.0, Double::sum));
            bottom =
                    Math.min(
                            bottom, bar.stream().filter(each -> each < 0).reduce(0.0, Double::sum));
        }
        double unit = top - bottom > 0 ? height / (top - bottom) : 0;
        double zero = top * unit;
        var parts = new ArrayList<Part>();
        for (int bar = 0; bar < heights.size(); bar++) {
            addBar(parts, bar, heights.get(bar), zero, unit, middle(bar, heights.size(), width));
        }
        return new StackBars(parts, zero, unit);
    }

    private static void addBar(
            List<Part> parts, int bar, List<Double> heights, double zero, double unit, Slot slot) {
        double up = zero;
        double down = zero;
        for (int part = 0; part < heights.size(); part++) {
            double pixels = heights.get(part) * unit;
            if (pixels > 0) {
                up -= pixels;
                parts.add(new Part(bar, part, new Box(slot.left(), up, slot.width(), pixels)));
            } else if (pixels < 0) {
                parts.add(new Part(bar, part, new Box(slot.left(), down, slot.width(), -pixels)));
                down -= pixels;
            }
        }
    }

    private record Slot(double left, double width) {}

    private static Slot middle(int bar, int bars, double width) {
        double each = width / bars;
        double wide = Math.min(WIDEST, each * 0.7);
        return new Slot(each * bar + (each - wide) / 2, wide);
    }

    /// Where a value lies, from the top.
    public double yOf(double value) {
        return zeroY - value * unit;
    }

    /// The part at a place of the picture; nothing if there is none.
    public Optional<Part> at(double x, double y) {
        return parts.stream().filter(part -> part.box().contains(x, y)).findFirst();
    }
}
