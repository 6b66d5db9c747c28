package dev.lanescope.cli;

import dev.lanescope.claims.Band.Place;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A table as programs read it; the keys stand in `docs/claims.md`.
record TableJson(
        String id,
        String title,
        String drawnBy,
        List<String> columns,
        List<Row> rows,
        List<String> missing) {

    record Row(String row, List<Cell> cells) {}

    record Cell(String column, String theySay, List<Told> entries) {}

    record Told(
            String on,
            String state,
            String words,
            String why,
            @Nullable String verdict,
            List<Reading> readings,
            List<Source> from,
            List<String> by) {}

    record Source(String content, int pages, String when, @Nullable String file) {}

    TableJson {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    static TableJson of(FilledTable table, Here here, EvidenceBook.Contents kept) {
        return new TableJson(
                table.frame().id(),
                table.frame().title(),
                table.frame().by(),
                table.frame().columns(),
                table.rows().stream()
                        .map(row ->
                                new Row(
                                        row.title(),
                                        row.cells().stream()
                                                .map(cell -> cell(cell, here, kept))
                                                .toList()))
                        .toList(),
                table.missing().stream().map(each -> each.words(here)).toList());
    }

    private static Cell cell(FilledTable.Cell cell, Here here, EvidenceBook.Contents kept) {
        return new Cell(
                cell.column(),
                cell.theirs(),
                cell.entries().stream().map(each -> told(each, here, kept)).toList());
    }

    private static Told told(Entry entry, Here here, EvidenceBook.Contents kept) {
        return switch (entry) {
            case Entry.Measured each ->
                    new Told(
                            each.label(),
                            each.isSure() ? "measured" : "too few runs",
                            each.words(),
                            each.why(),
                            each.verdict().map(TableJson::word).orElse(null),
                            each.readings(),
                            each.from().stream().map(from -> source(from, kept)).toList(),
                            each.again().stream().map(again -> again.words(here)).toList());
            case Entry.Missing each ->
                    new Told(
                            each.label(),
                            "not measured",
                            each.words(),
                            each.obstacle().orElse(each.why()),
                            null,
                            List.of(),
                            List.of(),
                            each.by().stream().map(by -> by.words(here)).toList());
            case Entry.Never each ->
                    new Told(
                            each.label(),
                            "n/a",
                            each.words(),
                            each.why(),
                            null,
                            List.of(),
                            List.of(),
                            List.of());
        };
    }

    private static String word(Place place) {
        return switch (place) {
            case INSIDE -> "pass";
            case OUTSIDE -> "fail";
            case OPEN -> "undecided";
        };
    }

    private static Source source(Evidence from, EvidenceBook.Contents kept) {
        return new Source(
                from.content(), from.pages(), from.when().toString(), kept.file(from).orElse(null));
    }
}
