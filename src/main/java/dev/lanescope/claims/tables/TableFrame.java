package dev.lanescope.claims.tables;

import dev.lanescope.claims.Measure;

import java.util.List;

/// A table of others without what they wrote into it: what it compares, by what, and which figures
/// of ours belong into each cell.
///
/// @param id for commands
/// @param by who drew it, and on what
/// @param corner what its rows are
/// @param rows in the order of the document
public record TableFrame(
        String id, String title, String by, String corner, List<String> columns, List<Row> rows) {

    /// One row.
    ///
    /// @param cells one for each column
    public record Row(String title, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One cell.
    ///
    /// @param theirs what the document says there, in our own words; never a result
    /// @param lines what is told there of what was measured; at least one
    public record Cell(String theirs, List<Line> lines) {
        public Cell {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a cell without a line: " + theirs);
            }
        }
    }

    public TableFrame {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        id
                                + ": "
                                + row.title()
                                + " has "
                                + row.cells().size()
                                + " cells for "
                                + columns.size()
                                + " columns");
            }
        }
    }

    static Cell cell(String theirs, Line... lines) {
        return new Cell(theirs, List.of(lines));
    }

    static Row row(String title, Cell... cells) {
        return new Row(title, List.of(cells));
    }

    /// All that its cells are filled from.
    List<Measure> measures() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.lines().stream())
                .flatMap(line -> line.needs().stream())
                .map(Need::measure)
                .distinct()
                .toList();
    }
}
