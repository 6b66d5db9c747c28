package dev.lanescope.lab.curves;

import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What curves of [Compiling] say: the first pages, the level at the end, and from which page on a
/// compiler has paid. All by medians.
///
/// @param sheet of the kind [CurveKind#JIT]
public record WarmUps(CurveSheet sheet) {

    /// Up to so many times the level at the end counts as that level.
    private static final double LEVEL = 1.1;

    /// A page among the first of a fresh JVM, in nanoseconds; empty if it was not measured.
    public Optional<Double> first(Compiling way) {
        return Optional.ofNullable(points(way).isEmpty() ? null : points(way).getFirst().nanos);
    }

    /// A page at the end, when nothing changes any more.
    public Optional<Double> steady(Compiling way) {
        return Optional.ofNullable(points(way).isEmpty() ? null : points(way).getLast().nanos);
    }

    /// After how many pages the level of the end is reached, and kept.
    public OptionalInt warmAfter(Compiling way) {
        List<Point> points = points(way);
        if (points.isEmpty()) {
            return OptionalInt.empty();
        }
        double level = points.getLast().nanos * LEVEL;
        int at = points.size() - 1;
        while (at > 0 && points.get(at - 1).nanos <= level) {
            at--;
        }
        return OptionalInt.of(at == 0 ? 0 : points.get(at - 1).pages);
    }

    /// What all pages took beyond the level of the end, in nanoseconds.
    public Optional<Double> cost(Compiling way) {
        return steady(way)
                .map(level -> {
                    double cost = 0;
                    int before = 0;
                    for (Point each : points(way)) {
                        cost += Math.max(0, each.nanos - level) * (each.pages - before);
                        before = each.pages;
                    }
                    return cost;
                });
    }

    /// After how many pages a way to compile has taken no longer in all than interpreting, between
    /// two points in a straight line; 0 if it has at the first point already, empty if it never has
    /// or was not measured.
    public Optional<Double> breakEven(Compiling way) {
        List<Point> compiled = points(way);
        List<Point> interpreted = points(Compiling.INTERPRETED);
        double ahead = 0; // what interpreting has taken less so far
        int before = 0;
        for (int at = 0; at < Math.min(compiled.size(), interpreted.size()); at++) {
            Point point = compiled.get(at);
            double step = (point.nanos - interpreted.get(at).nanos) * (point.pages - before);
            if (ahead + step <= 0) {
                double part = at == 0 ? 0 : ahead / -step;
                return Optional.of(at == 0 ? 0 : before + part * (point.pages - before));
            }
            ahead += step;
            before = point.pages;
        }
        return Optional.empty();
    }

    /// In a sentence each.
    public List<String> words() {
        var words = new ArrayList<String>();
        for (Compiling way : Compiling.values()) {
            if (!points(way).isEmpty()) {
                words.add(words(way));
            }
        }
        return words;
    }

    private String words(Compiling way) {
        double first = first(way).orElseThrow();
        double steady = steady(way).orElseThrow();
        var words = new StringBuilder(way.title());
        words.append(": ")
                .append(Unit.NANOSECONDS.words(first))
                .append(" a page at first, ")
                .append(Unit.NANOSECONDS.words(steady))
                .append(" at the end, ")
                .append(Unit.THREADS.words(first / steady))
                .append(" times as much");
        int warm = warmAfter(way).orElse(0);
        words.append(
                warm == 0
                        ? "; its level from the beginning"
                        : "; its level after "
                                + pages(warm)
                                + ", for which it took "
                                + Unit.NANOSECONDS.words(cost(way).orElseThrow())
                                + " more");
        if (way != Compiling.INTERPRETED && !points(Compiling.INTERPRETED).isEmpty()) {
            words.append("; ")
                    .append(
                            Unit.THREADS.words(
                                    steady(Compiling.INTERPRETED).orElseThrow() / steady))
                    .append(" times as fast as interpreting at the end, ")
                    .append(breakEvenWords(way));
        }
        return words + ".";
    }

    /// E.g. `ahead in all after 57 pages`.
    public String breakEvenWords(Compiling way) {
        return breakEven(way)
                .map(pages ->
                        pages == 0
                                ? "ahead in all within the first "
                                        + pages(points(way).getFirst().pages)
                                : "ahead in all after " + pages(Math.round(pages)))
                .orElse("never ahead in all");
    }

    private static String pages(long count) {
        return Unit.THREADS.words((double) count) + (count == 1 ? " page" : " pages");
    }

    private record Point(int pages, double nanos) {}

    private List<Point> points(Compiling way) {
        List<Point> points = new ArrayList<>();
        for (Map.Entry<Integer, List<Double>> each : sheet.of(way).points().entrySet()) {
            points.add(new Point(each.getKey(), new Spread(each.getValue()).median()));
        }
        return points;
    }
}
