package dev.lanescope.cli;

import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.claims.tables.Overhead;
import dev.lanescope.exchange.report.ComparedTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table for a report: figures with the marks of where they come from, and what the document says
/// marked as its own.
final class TableText {

    private final SourceMarks marks = new SourceMarks();

    private TableText() {}

    static ComparedTable of(FilledTable table) {
        var text = new TableText();
        var head = new ArrayList<String>();
        head.add(table.frame().corner());
        head.addAll(table.frame().columns());
        var rows = new ArrayList<List<String>>();
        for (FilledTable.Row row : table.rows()) {
            var cells = new ArrayList<String>();
            cells.add(row.title());
            row.cells().forEach(cell -> cells.add(text.of(cell)));
            rows.add(cells);
        }
        return new ComparedTable(
                table.frame().title(),
                table.frame().by(),
                head,
                rows,
                text.marks.lines(_ -> ""),
                bars(table),
                Overhead.TARGET.high());
    }

    private static List<ComparedTable.Bar> bars(FilledTable table) {
        return Overhead.isIn(table)
                ? Overhead.bars(table).stream().flatMap(each -> bar(each).stream()).toList()
                : List.of();
    }

    private static Optional<ComparedTable.Bar> bar(Overhead.Bar bar) {
        return bar.reading()
                .map(reading ->
                        new ComparedTable.Bar(
                                bar.runtime(),
                                reading.value(),
                                reading.isSure() ? reading.low() : reading.value(),
                                reading.isSure() ? reading.high() : reading.value(),
                                bar.verdict().words()));
    }

    private String of(FilledTable.Cell cell) {
        var words = new ArrayList<String>();
        for (Entry entry : cell.entries()) {
            words.add(entry.label() + ": " + entry.words() + marks.of(entry));
        }
        words.add("they say: " + cell.theirs());
        return String.join("; ", words);
    }
}
