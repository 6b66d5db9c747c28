package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.replay.Replay;
import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.Snapshot;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of a study, for people.
record StudyReport(StudyResult result) {

    void print(PrintStream out) {
        Comparison comparison = result.comparison();
        ComparisonTable.print(comparison, out);
        if (!result.before().isQuiet() || !result.after().isQuiet()) {
            out.println("  Note: Others used this machine as well, which makes intervals wide.");
        }
        out.println(
                "  The machine gave "
                        + result.before().words()
                        + " before, "
                        + result.after().words()
                        + " after.");
        stacks(comparison, out);
        predictions(comparison, out);
        findings(comparison, out);
    }

    /// What the speed-up would have been without a lock, by replay; nothing if there was none.
    private static void predictions(Comparison comparison, PrintStream out) {
        int processors = Runtime.getRuntime().availableProcessors();
        for (Comparison.Row row : comparison.rows()) {
            Snapshot run = row.contender().median();
            Replay.of(run)
                    .flatMap(replay -> replay.withoutLockWait(processors))
                    .map(told ->
                            "  Predicted by replay, not measured: without lock wait "
                                    + name(row)
                                    + " would be "
                                    + speedUp(comparison, told.nanos())
                                    + "x as fast as the baseline (bounds "
                                    + speedUp(comparison, told.mostNanos())
                                    + " to "
                                    + speedUp(comparison, told.leastNanos())
                                    + ").")
                    .ifPresent(out::println);
        }
    }

    private static String speedUp(Comparison comparison, long nanos) {
        return Amounts.factor(
                (double) comparison.baseline().median().endNanos() / Math.max(1, nanos));
    }

    /// What held up each setting most, a line each.
    private static void findings(Comparison comparison, PrintStream out) {
        var lines = new ArrayList<String>();
        for (Comparison.Row row : comparison.rows()) {
            FindingText.here(row.contender().median()).stream()
                    .findFirst()
                    .map(finding -> "  " + name(row) + ": " + FindingText.sentence(finding))
                    .ifPresent(lines::add);
        }
        if (!lines.isEmpty()) {
            out.println();
            out.println("What held up the median run most:");
            lines.forEach(out::println);
        }
    }

    /// Where the speed-up went, the parts of each setting in a column.
    private static void stacks(Comparison comparison, PrintStream out) {
        List<Comparison.Row> rows =
                comparison.rows().stream()
                        .filter(row -> row.stack().isPresent())
                        .filter(row -> !row.contender().equals(comparison.baseline()))
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println("Where the speed-up went, in lanes (the sum is their number):");
        out.println();
        var table = new TextTable(0);
        table.row(cells("", rows.stream().map(StudyReport::name).toList()));
        for (StackPart part : StackPart.values()) {
            if (rows.stream().anyMatch(row -> stack(row).share(part).nanos() != 0)) {
                table.row(
                        cells(part.title(), rows.stream().map(row -> height(row, part)).toList()));
            }
        }
        table.row(
                cells(
                        "sum",
                        rows.stream()
                                .map(row -> String.format(Locale.ROOT, "%d.00", stack(row).lanes()))
                                .toList()));
        table.lines().forEach(out::println);
        out.println(
                "  Useful work is the speed-up of the median run. Lost is not the same as gained if removed.");
    }

    private static SpeedUpStack stack(Comparison.Row row) {
        return row.stack().orElseThrow();
    }

    private static String name(Comparison.Row row) {
        return row.contender().info().model() + " x" + row.contender().info().workers();
    }

    private static String height(Comparison.Row row, StackPart part) {
        return String.format(Locale.ROOT, "%.2f", stack(row).height(part));
    }

    private static String[] cells(String first, List<String> others) {
        var cells = new ArrayList<String>();
        cells.add(first);
        cells.addAll(others);
        return cells.toArray(String[]::new);
    }
}
