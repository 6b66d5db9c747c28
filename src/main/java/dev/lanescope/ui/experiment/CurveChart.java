package dev.lanescope.ui.experiment;

import dev.lanescope.analysis.DurationHistogram;
import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.BreakEven;
import dev.lanescope.lab.curves.BreakEvens;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveSheet;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.Row;
import dev.lanescope.ui.kit.Palette;

import org.jfree.data.xy.XYSeries;

import java.util.OptionalDouble;

/// Which figures of a book are drawn, and how: medians over what they depend on, starts as
/// histograms, break-evens as a line of page costs over sizes with what runs found as points.
final class CurveChart {

    private final CurvePlot plot = new CurvePlot();

    CurvePlot plot() {
        return plot;
    }

    void show(CurveBook book, Palette palette) {
        CurveSheet sheet = book.sheet();
        plot.clear(palette);
        switch (book.asked()) {
            case PING_PONG -> {
                plot.axes("payload", Unit.BYTES, true, "P50", Unit.NANOSECONDS, true);
                medians(sheet);
            }
            case BREAK_EVEN -> {
                plot.axes("payload", Unit.BYTES, true, "CPU a page", Unit.NANOSECONDS, true);
                breakEvens(book.breakEvens());
            }
            case MEMORY -> {
                plot.axes("workers", Unit.THREADS, false, "memory", Unit.BYTES, false);
                medians(sheet);
            }
            case INSIDE -> {
                plot.axes("threads inside", Unit.THREADS, false, "CPU / wall", Unit.RATIO, false);
                medians(sheet);
            }
            case FREIGHT -> {
                plot.axes("pages", Unit.THREADS, false, "bytes", Unit.BYTES, false);
                medians(sheet);
            }
            case JIT -> {
                plot.axes("pages before", Unit.THREADS, true, "page", Unit.NANOSECONDS, true);
                medians(sheet);
            }
            case CROSSOVER -> {
                plot.axes("pages", Unit.THREADS, true, "cold build", Unit.NANOSECONDS, true);
                medians(sheet);
            }
            case CEILING -> {
                plot.axes("at once", Unit.THREADS, false, "page", Unit.NANOSECONDS, false);
                medians(sheet);
            }
            case STARTS -> {
                plot.axes(
                        "to the first page", Unit.NANOSECONDS, true, "starts", Unit.THREADS, false);
                histograms(sheet);
            }
            case PAGE -> plot.axes("bytes", Unit.BYTES, true, "CPU", Unit.NANOSECONDS, true);
        }
    }

    private void medians(CurveSheet sheet) {
        CurveKind kind = sheet.kind();
        for (Row row : kind.rows()) {
            var series = new XYSeries(row.title());
            sheet.of(row)
                    .points()
                    .forEach((x, samples) ->
                            series.add(x.doubleValue(), new Spread(samples).median()));
            plot.line(series, row.model());
        }
    }

    private void breakEvens(BreakEvens evens) {
        for (Route route : Route.crossing()) {
            var series = new XYSeries(route.title());
            evens.computed(route).forEach((size, nanos) -> series.add(size.doubleValue(), nanos));
            plot.line(series, route.model());
        }
        for (Contest contest : Contest.values()) {
            OptionalDouble nanos =
                    evens.found(contest).map(CurveChart::nanos).orElse(OptionalDouble.empty());
            if (nanos.isPresent()) {
                var series = new XYSeries("Runs: " + contest.title());
                series.add(Contest.PAYLOAD, nanos.getAsDouble());
                plot.points(series, contest.model());
            }
        }
    }

    private static OptionalDouble nanos(BreakEven.Found found) {
        return switch (found) {
            case BreakEven.Found.At(double nanos) -> OptionalDouble.of(nanos);
            case BreakEven.Found.Below(int nanos) -> OptionalDouble.of(nanos);
            case BreakEven.Found.Absent _ -> OptionalDouble.empty();
        };
    }

    private void histograms(CurveSheet sheet) {
        for (Row row : sheet.kind().rows()) {
            long[] sorted = sheet.sorted(row);
            if (sorted.length == 0) {
                continue;
            }
            DurationHistogram bins = DurationHistogram.of(sorted);
            var series = new XYSeries(row.title(), false, true);
            series.add((double) bins.fromNanos(0), 0);
            for (int bin = 0; bin < bins.bins(); bin++) { // as steps
                series.add((double) bins.fromNanos(bin), (double) bins.count(bin));
                series.add((double) bins.toNanos(bin), (double) bins.count(bin));
            }
            series.add((double) bins.toNanos(bins.bins() - 1), 0);
            plot.outline(series, row.model());
        }
    }
}
