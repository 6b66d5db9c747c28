package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.ScalingWords;
import dev.lanescope.study.StudyResult;

import java.io.PrintStream;
import java.util.Locale;

/// How the work scales, for people.
record SweepReport(StudyResult result, Comparison comparison, Scaling scaling) {

    void print(PrintStream out) {
        ComparisonTable.differences(comparison, out);
        var table = new TextTable();
        table.row(
                "workers",
                "median",
                "runs",
                "speed-up, 95 %",
                "efficiency",
                "serial part (Karp-Flatt)",
                "by the law",
                "over it");
        scaling.points().forEach(point -> addRow(table, point));
        table.lines().forEach(out::println);
        out.println();
        if (comparison.objections().isEmpty()) {
            ScalingWords.of(scaling).forEach(sentence -> out.println("  " + sentence));
        }
        comparison.objections().forEach(why -> out.println("  NO VERDICT: " + why));
        comparison.cautions().forEach(why -> out.println("  Note: " + why));
        StudyReport.machine(result.before().words(), result.after().words(), result.isNoisy(), out);
    }

    private void addRow(TextTable table, Scaling.Point point) {
        table.row(
                point.workers() + (point.beyondCores() ? " >cores" : ""),
                Durations.text(Math.round(point.medianNanos())),
                String.valueOf(point.nanos().size()),
                point.speedUp().words(),
                Amounts.percent(point.efficiency()),
                point.karpFlatt().map(serial -> number("%.3f", serial.value())).orElse("-"),
                scaling.foretold(point).map(nanos -> Durations.text(Math.round(nanos))).orElse("-"),
                scaling.overLaw(point)
                        .map(over -> number("%+.1f %%", (over - 1) * 100))
                        .orElse("-"));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
