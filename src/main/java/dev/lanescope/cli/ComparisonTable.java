package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Disturbance;
import dev.lanescope.analysis.compare.MiddleHalf;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.analysis.compare.Upkeep;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;

/// Settings side by side, each against the baseline.
final class ComparisonTable {

    private static final int HASH = 12;

    private ComparisonTable() {}

    static void print(Comparison comparison, PrintStream out) {
        differences(comparison, out);
        var table = new TextTable(0, 5, 7, 9, 10);
        table.row(
                "",
                "workers",
                "median",
                "runs",
                "pages/s",
                "speed-up, 95 %",
                "efficiency",
                "pages alone",
                "CPU/wall",
                "output",
                "");
        List<Comparison.Row> rows = comparison.rows();
        rows.forEach(row -> addRow(table, comparison, row));
        table.lines().forEach(out::println);
        printUpkeep(rows, out);
        comparison.objections().forEach(why -> out.println("  NO VERDICT: " + why));
        comparison.cautions().forEach(why -> out.println("  Note: " + why));
    }

    /// What else differs than the models, before any figure.
    static void differences(Comparison comparison, PrintStream out) {
        comparison.differences().forEach(what -> out.println(Plain.of(what)));
        if (!comparison.differences().isEmpty()) {
            out.println();
        }
    }

    /// How far its times wander, and what each takes besides time.
    private static void printUpkeep(List<Comparison.Row> rows, PrintStream out) {
        var table = new TextTable(0);
        table.row(
                "",
                "workers",
                "middle half",
                "fastest to slowest",
                "peak memory",
                "crossed/page",
                "worker start",
                "failed",
                "disturbed rounds");
        for (Comparison.Row row : rows) {
            Upkeep upkeep = row.upkeep();
            table.row(
                    Plain.of(row.contender().name()),
                    String.valueOf(row.contender().info().workers()),
                    MiddleHalf.of(row.contender()).map(MiddleHalf::words).orElse("-"),
                    ends(row.contender()),
                    upkeep.peakWords(),
                    upkeep.crossedWords(),
                    upkeep.startWords(),
                    String.valueOf(upkeep.failures()),
                    disturbed(row.contender()));
        }
        out.println();
        table.lines().forEach(out::println);
    }

    private static String ends(Contender contender) {
        LongSummaryStatistics walls =
                contender.walls().stream().mapToLong(Math::round).summaryStatistics();
        return Durations.text(walls.getMin(), 3) + " to " + Durations.text(walls.getMax(), 3);
    }

    private static String disturbed(Contender contender) {
        String rounds = Disturbance.which(contender);
        return rounds.isEmpty() ? "-" : rounds;
    }

    private static void addRow(TextTable table, Comparison comparison, Comparison.Row row) {
        Contender contender = row.contender();
        boolean isBaseline = contender.equals(comparison.baseline());
        boolean compared = comparison.objections().isEmpty() && !isBaseline;
        table.row(
                Plain.of(contender.name()),
                String.valueOf(contender.info().workers()),
                Durations.text(Math.round(row.wallNanos())),
                String.valueOf(contender.runs().size()),
                Amounts.rate(row.pagesPerSecond()),
                compared ? row.speedUp().words() : "-",
                compared ? Amounts.percent(comparison.efficiency(row), "-") : "-",
                compared ? value(row.pageSpeedUp()) : "-",
                row.processors().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", row.processors().getAsDouble())
                        : "-",
                output(comparison, contender),
                isBaseline ? "the baseline" : row.verdict().words());
    }

    private static String value(Ratio ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio.value());
    }

    private static String output(Comparison comparison, Contender contender) {
        String hash = contender.fact("Output hash").orElse("unknown");
        String theirs = comparison.baseline().fact("Output hash").orElse("");
        if (contender.equals(comparison.baseline())) {
            return Plain.of(hash.substring(0, Math.min(HASH, hash.length())));
        }
        return hash.equals(theirs) ? "the same" : hash.equals("unknown") ? hash : "DIFFERENT";
    }
}
