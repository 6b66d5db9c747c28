package dev.lanescope.cli;

import dev.lanescope.lab.MachineLoad;
import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.BreakEven;
import dev.lanescope.lab.curves.BreakEvens;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveSheet;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.Row;
import dev.lanescope.lab.curves.WarmUps;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Curves as programs read them; the keys stand in `docs/terminal.md`.
record CurvesJson(
        String measured,
        int rounds,
        int processors,
        @Nullable Double loadBefore,
        @Nullable Double loadAfter,
        List<Point> points,
        List<Missing> missing,
        List<Line> fits,
        List<Computed> breakEvens,
        List<Run> runs,
        List<String> sentences) {

    /// All samples of a row at one point.
    record Point(
            String kind,
            String row,
            int x,
            String unit,
            int samples,
            double median,
            double lowerQuartile,
            double upperQuartile,
            double p95,
            double p99,
            double least,
            double most) {}

    /// A row without points.
    record Missing(String row, String why) {}

    /// The line nearest to a row's samples.
    record Line(String row, double slope, double intercept, double rSquared) {}

    /// A break-even as it follows from a way's trips.
    record Computed(String row, int payload, int workers, double nanos) {}

    /// A break-even as runs found it.
    ///
    /// @param found `at`, `below` or `absent`
    record Run(String row, int payload, int workers, int batch, String found, double nanos) {}

    static CurvesJson of(CurvesJob job) {
        CurveSheet asked = job.book().sheet();
        MachineLoad after = MachineLoad.now();
        List<Point> points = new ArrayList<>();
        job.book().all().forEach(sheet -> points.addAll(points(sheet)));
        List<Missing> missing =
                asked.kind().rows().stream()
                        .filter(row -> asked.of(row).points().isEmpty())
                        .map(row -> new Missing(row.id(), asked.whyMissing(row)))
                        .toList();
        BreakEvens evens = job.book().breakEvens();
        boolean ofPages = asked.kind() == CurveKind.BREAK_EVEN;
        return new CurvesJson(
                asked.kind().id(),
                job.rounds(),
                after.processors(),
                number(job.before().average()),
                number(after.average()),
                points,
                missing,
                asked.kind().isLinear() ? lines(asked) : List.of(),
                ofPages ? computed(evens) : List.of(),
                ofPages ? runs(evens) : List.of(),
                sentences(asked, evens));
    }

    private static List<String> sentences(CurveSheet asked, BreakEvens evens) {
        return switch (asked.kind()) {
            case BREAK_EVEN -> evens.words();
            case JIT -> new WarmUps(asked).words();
            case PING_PONG, PAGE, STARTS, INSIDE, FREIGHT, MEMORY -> List.of();
        };
    }

    private static @Nullable Double number(OptionalDouble figure) {
        return figure.isEmpty() ? null : figure.getAsDouble();
    }

    private static List<Point> points(CurveSheet sheet) {
        List<Point> points = new ArrayList<>();
        CurveKind kind = sheet.kind();
        for (Row row : kind.rows()) {
            sheet.of(row)
                    .points()
                    .forEach((x, samples) -> points.add(point(kind, row, x, new Spread(samples))));
        }
        return points;
    }

    private static Point point(CurveKind kind, Row row, int x, Spread spread) {
        return new Point(
                kind.id(),
                row.id(),
                x,
                kind.unit() == Unit.RATIO ? "times" : Json.word(kind.unit()),
                spread.samples().size(),
                spread.median(),
                spread.quantile(0.25),
                spread.quantile(0.75),
                spread.quantile(0.95),
                spread.quantile(0.99),
                spread.least(),
                spread.most());
    }

    private static List<Line> lines(CurveSheet sheet) {
        List<Line> lines = new ArrayList<>();
        for (Row row : sheet.kind().rows()) {
            sheet.of(row)
                    .fit()
                    .ifPresent(fit ->
                            lines.add(
                                    new Line(
                                            row.id(),
                                            fit.slope(),
                                            fit.intercept(),
                                            fit.rSquared())));
        }
        return lines;
    }

    private static List<Computed> computed(BreakEvens evens) {
        List<Computed> computed = new ArrayList<>();
        for (Route route : Route.crossing()) {
            evens.computed(route)
                    .forEach((size, nanos) ->
                            computed.add(new Computed(route.id(), size, evens.workers(), nanos)));
        }
        return computed;
    }

    private static List<Run> runs(BreakEvens evens) {
        List<Run> runs = new ArrayList<>();
        for (Contest contest : Contest.values()) {
            evens.found(contest).ifPresent(found -> runs.add(run(evens, contest, found)));
        }
        return runs;
    }

    private static Run run(BreakEvens evens, Contest contest, BreakEven.Found found) {
        String how =
                switch (found) {
                    case BreakEven.Found.At _ -> "at";
                    case BreakEven.Found.Below _ -> "below";
                    case BreakEven.Found.Absent _ -> "absent";
                };
        double nanos =
                switch (found) {
                    case BreakEven.Found.At(double at) -> at;
                    case BreakEven.Found.Below(int at) -> at;
                    case BreakEven.Found.Absent(int at) -> at;
                };
        return new Run(contest.id(), Contest.PAYLOAD, evens.workers(), contest.batch(), how, nanos);
    }
}
