package dev.lanescope.claims.tables;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.Newest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table of others with what was measured here in its cells. Nothing in it is what they say: that
/// stands beside it and is marked as theirs.
public record FilledTable(TableFrame frame, List<Row> rows) {

    /// One row, with a cell for each column.
    public record Row(String title, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One cell.
    ///
    /// @param theirs what the document says there
    public record Cell(String row, String column, String theirs, List<Entry> entries) {
        public Cell {
            entries = List.copyOf(entries);
        }

        /// Whether something of it was measured.
        public boolean isMeasured() {
            return entries.stream().anyMatch(Entry.Measured.class::isInstance);
        }

        /// What would measure what is missing in it, as far as that can be done here.
        public List<ClaimExperiment> missing() {
            return Missing.of(entries);
        }
    }

    public FilledTable {
        rows = List.copyOf(rows);
    }

    /// Fills it.
    ///
    /// @param evidence all there is, in any order
    public static FilledTable of(TableFrame frame, Here here, List<Evidence> evidence) {
        var filler = new Filler(here, new Newest(here, evidence));
        return new FilledTable(
                frame, frame.rows().stream().map(row -> row(frame, row, filler)).toList());
    }

    private static Row row(TableFrame frame, TableFrame.Row row, Filler filler) {
        return new Row(
                row.title(),
                IntStream.range(0, frame.columns().size())
                        .mapToObj(column -> {
                            TableFrame.Cell cell = row.cells().get(column);
                            return new Cell(
                                    row.title(),
                                    frame.columns().get(column),
                                    cell.theirs(),
                                    cell.lines().stream().map(filler::entry).toList());
                        })
                        .toList());
    }

    /// From the first row to the last.
    public List<Cell> cells() {
        return rows.stream().flatMap(row -> row.cells().stream()).toList();
    }

    /// What would measure what is missing, as far as that can be done here: as few experiments as
    /// possible, each with nothing but what is missing.
    public List<ClaimExperiment> missing() {
        return missing(List.of(this));
    }

    /// The same of several tables; what more than one of them misses is done once.
    public static List<ClaimExperiment> missing(List<FilledTable> tables) {
        return Missing.of(tables.stream().flatMap(FilledTable::entries).toList());
    }

    private Stream<Entry> entries() {
        return cells().stream().flatMap(cell -> cell.entries().stream());
    }

    /// Whether some evidence has a part in it.
    public boolean restsOn(Evidence evidence) {
        return entries()
                .anyMatch(entry ->
                        entry instanceof Entry.Measured measured
                                && measured.from().contains(evidence));
    }

    /// E.g. `21 figures, 1 more of too few runs, 3 not measured, 2 of them cannot be measured
    /// here`. What has too few runs for an interval is no figure yet.
    public String summary() {
        List<Entry> all = entries().toList();
        long figures = all.stream().filter(each -> isMeasured(each, true)).count();
        long few = all.stream().filter(each -> isMeasured(each, false)).count();
        long open = all.stream().filter(Entry.Missing.class::isInstance).count();
        long never =
                all.stream()
                        .filter(each ->
                                each instanceof Entry.Missing missing
                                        && missing.obstacle().isPresent())
                        .count();
        String measured =
                (figures == 1 ? "1 figure" : figures + " figures")
                        + (few == 0 ? "" : ", " + few + " more of too few runs");
        if (open == 0) {
            return measured + (few == 0 ? ", all that there are" : "");
        }
        return measured
                + ", "
                + open
                + " not measured"
                + (never == 0 ? "" : ", " + never + " of them cannot be measured here");
    }

    private static boolean isMeasured(Entry entry, boolean sure) {
        return entry instanceof Entry.Measured measured && measured.isSure() == sure;
    }
}
