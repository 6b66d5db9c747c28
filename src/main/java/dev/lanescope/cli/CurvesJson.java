package dev.lanescope.cli;

import dev.lanescope.lab.MachineLoad;
import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.BreakEven;
import dev.lanescope.lab.curves.BreakEvens;
import dev.lanescope.lab.curves.Ceiling;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.Crossover;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveSheet;
import dev.lanescope.lab.curves.Prize;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.Row;

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
        List<String> sentences,
        List<Overtaking> crossovers,
        List<Times> times) {

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

    /// Whether a model overtakes another.
    ///
    /// @param found `at`, `always`, `never` or `unsure`
    /// @param pages from how many on it is ahead; null if it never is, or nobody can tell
    /// @param about where the medians cross; likewise, and where it always is
    /// @param most how many times as fast it is with the most pages
    record Overtaking(
            String behind,
            String ahead,
            String found,
            @Nullable Integer pages,
            @Nullable Double about,
            RatioJson most) {

        static Overtaking of(Crossover crossover) {
            Crossover.Found found = crossover.found();
            return new Overtaking(
                    crossover.behind().id(),
                    crossover.ahead().id(),
                    switch (found) {
                        case Crossover.Found.At _ -> "at";
                        case Crossover.Found.Always _ -> "always";
                        case Crossover.Found.Never _ -> "never";
                        case Crossover.Found.Unsure _ -> "unsure";
                    },
                    switch (found) {
                        case Crossover.Found.At at -> at.from();
                        case Crossover.Found.Always always -> always.fewest();
                        case Crossover.Found.Never _, Crossover.Found.Unsure _ -> null;
                    },
                    found instanceof Crossover.Found.At at ? at.about() : null,
                    RatioJson.of(crossover.steps().lastEntry().getValue()));
        }
    }

    /// How many times as many pages so many at once make as one JVM alone.
    record Times(String row, int together, RatioJson times) {}

    private static List<Times> times(Prize prize, CurveSheet sheet) {
        List<Times> times = new ArrayList<>();
        for (Ceiling way : Ceiling.values()) {
            for (int together : sheet.of(way).points().keySet()) {
                prize.times(way, together)
                        .ifPresent(ratio ->
                                times.add(new Times(way.id(), together, RatioJson.of(ratio))));
            }
        }
        return times;
    }

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
                job.book().words(),
                asked.kind() == CurveKind.CROSSOVER
                        ? Crossover.all(asked).stream().map(Overtaking::of).toList()
                        : List.of(),
                asked.kind() == CurveKind.CEILING ? times(new Prize(asked), asked) : List.of());
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
