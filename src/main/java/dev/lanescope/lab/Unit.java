package dev.lanescope.lab;

import java.util.List;
import java.util.Locale;

/// What a figure is counted in.
public enum Unit {
    NANOSECONDS(1e3, "ns us ms s"),
    BYTES(1e3, "B kB MB GB"),
    THREADS(Double.POSITIVE_INFINITY, ""),
    RATIO(Double.POSITIVE_INFINITY, "x");

    private final double step;
    private final String names; // each `step` times the one before

    Unit(double step, String names) {
        this.step = step;
        this.names = names;
    }

    private List<String> names() {
        return List.of(names.split(" ", -1));
    }

    /// A figure with a unit in which it is short, e.g. `1.35 ms`.
    public String words(double figure) {
        int scale = scale(figure);
        return (number(figure, scale) + " " + names().get(scale)).stripTrailing();
    }

    /// A middle and the ends of a range, all in the unit of the middle, e.g. `1.35 ms (1.31 to
    /// 1.4)`.
    public String words(double middle, double from, double to) {
        int scale = scale(middle);
        return words(middle) + " (" + number(from, scale) + " to " + number(to, scale) + ")";
    }

    /// A figure as it stands in a table whose unit is that of another one, e.g. `1.4`.
    public String bare(double figure, double inUnitOf) {
        return number(figure, scale(inUnitOf));
    }

    private int scale(double figure) {
        int scale = 0;
        double size = Math.abs(figure);
        while (size >= step * 0.9995 && scale + 1 < names().size()) {
            size /= step;
            scale++;
        }
        return scale;
    }

    private String number(double figure, int scale) {
        double amount = scale == 0 ? figure : figure / Math.pow(step, scale);
        double size = Math.abs(amount);
        boolean whole = amount == Math.rint(amount);
        String pattern = size >= 99.95 || whole ? "%,.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, amount + 0.0); // no minus before nothing
    }
}
