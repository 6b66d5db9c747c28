package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.study.whatif.LedgerEntry;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Predictions and what came of them, for people.
record LedgerReport(Path file, Ledger.Contents contents) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    void print(PrintStream out) {
        if (contents.entries().isEmpty()) {
            out.println("No prediction stands in " + Plain.of(file.toString()) + " yet.");
        } else {
            var table = new TextTable(0, 1, 2, 6);
            table.row("when", "what", "content", "predicted", "measured", "error", "verdict");
            for (LedgerEntry entry : contents.entries()) {
                table.row(
                        WHEN.format(entry.when().atZone(ZoneId.systemDefault())),
                        entry.what(),
                        entry.content(),
                        entry.forecast() instanceof Forecast.Told told
                                ? text(told.nanos())
                                : "withheld",
                        entry.outcome().map(came -> text(came.nanos())).orElse("-"),
                        entry.error().map(LedgerReport::error).orElse("-"),
                        entry.verdict().words());
            }
            table.lines().forEach(line -> out.println(Plain.of(line)));
            out.println();
            out.println("  " + contents.summary() + ".");
        }
        contents.complaints().forEach(why -> out.println("  Note: " + Plain.of(why)));
    }

    /// What is said before it is known.
    static String sentence(String what, String from, Forecast forecast) {
        return switch (forecast) {
            case Forecast.Told told ->
                    what
                            + " would take "
                            + text(told.nanos())
                            + ", between "
                            + text(told.leastNanos())
                            + " and "
                            + text(told.mostNanos())
                            + " by Graham and Brent: a replay of "
                            + from
                            + ", which it misses by "
                            + Amounts.percent(Math.abs(told.error()))
                            + ".";
            case Forecast.Withheld(String why) ->
                    "What " + what + " would take is not said. " + why;
        };
    }

    /// What came of it.
    static String outcome(LedgerEntry entry) {
        LedgerEntry.Outcome came = entry.outcome().orElseThrow();
        return "It took "
                + text(came.nanos())
                + " (median of "
                + Amounts.count(came.runs(), "run")
                + ", from "
                + text(came.leastNanos())
                + " to "
                + text(came.mostNanos())
                + "): "
                + entry.verdict().words()
                + entry.error().map(error -> ", " + error(error)).orElse("")
                + ".";
    }

    private static String error(double error) {
        return String.format(Locale.ROOT, "%+.1f %%", error * 100);
    }

    private static String text(long nanos) {
        return Durations.text(nanos, 3);
    }
}
