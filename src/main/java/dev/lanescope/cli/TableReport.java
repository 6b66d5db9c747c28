package dev.lanescope.cli;

import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.claims.tables.Overhead;

import java.io.PrintStream;
import java.util.List;

/// A table of others with what was measured in its cells, row by row, and below it where each
/// figure comes from.
final class TableReport {

    private final FilledTable table;
    private final EvidenceBook.Contents kept;
    private final SourceMarks marks = new SourceMarks();

    TableReport(FilledTable table, EvidenceBook.Contents kept) {
        this.table = table;
        this.kept = kept;
    }

    void print(PrintStream out) {
        out.println(table.frame().id() + ": " + table.frame().title());
        out.println("  drawn by " + table.frame().by());
        out.println("  here: " + table.summary());
        for (FilledTable.Row row : table.rows()) {
            out.println();
            out.println("  " + row.title());
            var lines = new TextTable(0, 1, 2);
            row.cells().forEach(cell -> print(cell, lines));
            lines.lines().forEach(line -> out.println("  " + line));
        }
        if (Overhead.isIn(table)) {
            out.println();
            OverheadText.lines(Overhead.bars(table)).forEach(out::println);
        }
        List<String> sources =
                marks.lines(each -> kept.file(each).map(name -> ", " + name).orElse(""));
        if (!sources.isEmpty()) {
            out.println();
        }
        sources.forEach(each -> out.println(Plain.of("  " + each)));
    }

    private void print(FilledTable.Cell cell, TextTable lines) {
        String column = cell.column();
        for (Entry entry : cell.entries()) {
            lines.row(column, entry.label(), entry.words() + behind(entry));
            column = "";
        }
        lines.row(column, "they say", cell.theirs());
    }

    private String behind(Entry entry) {
        return switch (entry) {
            case Entry.Measured _ -> marks.of(entry);
            case Entry.Missing missing -> missing.obstacle().map(why -> ": " + why).orElse("");
            case Entry.Never _ -> "";
        };
    }
}
