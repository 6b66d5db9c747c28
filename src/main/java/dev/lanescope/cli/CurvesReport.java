package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.DurationHistogram;
import dev.lanescope.lab.MachineLoad;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.BreakEvens;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveLine;
import dev.lanescope.lab.curves.CurveSheet;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.Row;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Curves as tables: a row for each point, and what follows from them.
record CurvesReport(CurvesJob job) {

    private static final int BAR_WIDTH = 30;

    void print(PrintStream out) {
        out.println(
                job.site().name()
                        + ": "
                        + Amounts.count(job.rounds(), "round")
                        + ", each row in a process of its own each time; "
                        + job.before().wordsUntil(MachineLoad.now()));
        job.book().all().forEach(sheet -> print(sheet, out));
        CurveSheet sheet = job.book().sheet();
        for (Row row : sheet.kind().rows()) {
            if (sheet.of(row).points().isEmpty()) {
                out.println("  " + row.title() + ": " + sheet.whyMissing(row));
            }
        }
        if (sheet.kind() == CurveKind.BREAK_EVEN) {
            breakEvens(job.book().breakEvens(), out);
        } else if (sheet.kind() == CurveKind.STARTS) {
            histograms(sheet, out);
        }
        List<String> words = job.book().words();
        if (!words.isEmpty()) {
            out.println();
            words.forEach(out::println);
        }
    }

    private static void print(CurveSheet sheet, PrintStream out) {
        CurveKind kind = sheet.kind();
        out.println();
        out.println(kind.title() + ". " + kind.sentence());
        var table = new TextTable(0);
        table.row(
                Stream.concat(Stream.of("", kind.over()), CurveLine.HEADS.stream())
                        .toArray(String[]::new));
        for (CurveLine line : CurveLine.of(sheet)) {
            table.row(line.cells().toArray(String[]::new));
        }
        table.lines().forEach(out::println);
    }

    private static void breakEvens(BreakEvens evens, PrintStream out) {
        out.println();
        out.println(
                "CPU of a page from which "
                        + evens.workers()
                        + " workers pay, computed from the trips above");
        var table = new TextTable(0);
        table.row("way", "payload", "from");
        for (Route route : Route.crossing()) {
            evens.computed(route)
                    .forEach((size, nanos) ->
                            table.row(
                                    route.title(),
                                    Unit.BYTES.words(size),
                                    Unit.NANOSECONDS.words(nanos)));
        }
        table.lines().forEach(out::println);
    }

    private static void histograms(CurveSheet sheet, PrintStream out) {
        var bars = new Bar(BAR_WIDTH, out.charset());
        for (Row row : sheet.kind().rows()) {
            long[] sorted = sheet.sorted(row);
            if (sorted.length == 0) {
                continue;
            }
            DurationHistogram bins = DurationHistogram.of(sorted);
            out.println();
            out.println(row.title() + ", " + Amounts.count(sorted.length, "start"));
            for (int bin = 0; bin < bins.bins(); bin++) {
                out.printf(
                        Locale.ROOT,
                        "  %9s to %-9s %3d %s%n",
                        Unit.NANOSECONDS.words((double) bins.fromNanos(bin)),
                        Unit.NANOSECONDS.words((double) bins.toNanos(bin)),
                        bins.count(bin),
                        bars.of(bins.count(bin) / (double) bins.mostInABin()));
            }
        }
    }
}
