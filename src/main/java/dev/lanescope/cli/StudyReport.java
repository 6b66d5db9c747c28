package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.explain.StackWords;
import dev.lanescope.exchange.report.Circumstances;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What came of a study, for people.
///
/// @param folder what stands for the folder of pages in commands
record StudyReport(Comparison comparison, Circumstances circumstances, String folder) {

    void print(PrintStream out) {
        ComparisonTable.print(comparison, out);
        if (circumstances.isStudy()) {
            machine(
                    circumstances.before().orElseThrow().words(),
                    circumstances.after().orElseThrow().words(),
                    circumstances.isNoisy(),
                    out);
        }
        stacks(comparison, out);
        CounterfactualText.print(comparison, out);
        PageText.print(comparison, out);
        FindingText.print(comparison, folder, out);
    }

    /// What the machine gave before and after the runs.
    static void machine(String before, String after, boolean noisy, PrintStream out) {
        if (noisy) {
            out.println("  Note: Others used this machine as well, which makes intervals wide.");
        }
        out.println("  The machine gave " + before + " before, " + after + " after.");
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
            if (rows.stream()
                    .anyMatch(row ->
                            stack(row).share(part).nanos() != 0 || !stack(row).isKnown(part))) {
                table.row(
                        cells(part.title(), rows.stream().map(row -> height(row, part)).toList()));
            }
        }
        List<SpeedUpStack> stacks = rows.stream().map(StudyReport::stack).toList();
        table.row(
                figures(
                        "sum",
                        stacks,
                        stack ->
                                Arrays.stream(StackPart.values())
                                        .mapToDouble(stack::height)
                                        .sum()));
        if (StackWords.isMuchLeftOut(stacks)) {
            table.row(figures(StackWords.LEFT_OUT, stacks, SpeedUpStack::leftOutHeight));
            table.row(figures(StackWords.WITH_LEFT_OUT, stacks, SpeedUpStack::wholeSpeedUp));
        }
        table.lines().forEach(out::println);
        out.println(
                "  Of the median run. "
                        + StackWords.usefulSentence(stacks)
                        + " Lost is not the same as gained if removed.");
        rows.forEach(row ->
                stack(row).remarks().forEach(what -> out.println("  " + name(row) + ": " + what)));
    }

    private static String[] figures(
            String title, List<SpeedUpStack> stacks, ToDoubleFunction<SpeedUpStack> figure) {
        return cells(
                title,
                stacks.stream()
                        .map(stack ->
                                String.format(Locale.ROOT, "%.2f", figure.applyAsDouble(stack)))
                        .toList());
    }

    private static SpeedUpStack stack(Comparison.Row row) {
        return row.stack().orElseThrow();
    }

    /// E.g. `fixed-pool x4`, with what sets it apart from others of the same behind it.
    static String name(Comparison.Row row) {
        String apart = row.contender().apart();
        return Plain.of(row.contender().model())
                + " x"
                + row.contender().info().workers()
                + (apart.isEmpty() ? "" : ", " + apart);
    }

    private static String height(Comparison.Row row, StackPart part) {
        return stack(row).isKnown(part)
                ? String.format(Locale.ROOT, "%.2f", stack(row).height(part))
                : "not known";
    }

    static String[] cells(String first, List<String> others) {
        var cells = new ArrayList<String>();
        cells.add(first);
        cells.addAll(others);
        return cells.toArray(String[]::new);
    }
}
