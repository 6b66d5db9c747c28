package dev.lanescope.cli;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.GridWords;
import dev.lanescope.study.StudyResult;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// A grid of processes and threads, for people: medians with a row for each number of processes and
/// a column for each number of threads, then every cell with its intervals.
record GridReport(StudyResult result, Comparison comparison, Grid grid) {

    void print(PrintStream out) {
        ComparisonTable.differences(comparison, out);
        map().forEach(out::println);
        out.println();
        cells().forEach(out::println);
        out.println();
        GridWords.of(grid).forEach(sentence -> out.println(Plain.of("  " + sentence)));
        comparison.objections().forEach(why -> out.println("  NO VERDICT: " + why));
        comparison.cautions().forEach(why -> out.println("  Note: " + why));
        StudyReport.machine(result.before().words(), result.after().words(), result.isNoisy(), out);
    }

    /// `*` is the best, `=` what is not shown to be slower.
    private List<String> map() {
        var table = new TextTable();
        var head = new ArrayList<String>(List.of(grid.groupWord() + " \\ threads each"));
        grid.threads().forEach(threads -> head.add(threads + "  "));
        table.row(head.toArray(String[]::new));
        for (int groups : grid.groups()) {
            var row = new ArrayList<String>(List.of(String.valueOf(groups)));
            for (int threads : grid.threads()) {
                row.add(grid.cell(groups, threads).map(this::cell).orElse("-  "));
            }
            table.row(row.toArray(String[]::new));
        }
        return table.lines();
    }

    private String cell(Grid.Cell cell) {
        return time(cell)
                + switch (grid.rank(cell)) {
                    case BEST -> " *";
                    case AS_GOOD -> " =";
                    case SLOWER, UNKNOWN -> "  ";
                };
    }

    private List<String> cells() {
        var table = new TextTable();
        table.row(
                grid.groupWord(),
                "threads each",
                "workers",
                "median",
                "runs",
                "over the best, 95 %",
                "times as fast, 95 %");
        for (Grid.Cell cell : grid.cells()) {
            table.row(
                    String.valueOf(cell.groups()),
                    String.valueOf(cell.threads()),
                    String.valueOf(cell.workers()),
                    time(cell),
                    String.valueOf(cell.contender().runs().size()),
                    grid.overBest(cell).orElse("-"),
                    grid.comparable() ? cell.speedUp().words() : "-");
        }
        return table.lines();
    }

    private static String time(Grid.Cell cell) {
        return Durations.text(Math.round(cell.medianNanos()), 3);
    }
}
