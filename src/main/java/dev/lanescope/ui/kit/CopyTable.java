package dev.lanescope.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table as people carry it elsewhere: as text in columns, or as CSV.
///
/// @param head the names of the columns
/// @param rows each as long as the head
public record CopyTable(List<String> head, List<List<String>> rows) {

    public CopyTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " below a head of " + head.size());
            }
        }
    }

    /// Columns padded with spaces, figures to the right: for a mail, a note, an issue.
    public String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(head);
        lines.addAll(rows);
        int[] widths = IntStream.range(0, head.size()).map(this::width).toArray();
        boolean[] figures = new boolean[head.size()];
        for (int column = 0; column < figures.length; column++) {
            figures[column] = isFigures(column);
        }
        return lines.stream()
                .map(cells -> textLine(cells, widths, figures))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String textLine(List<String> cells, int[] widths, boolean[] figures) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : "  ").append(figures[column] ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = head.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private boolean isFigures(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> !cell.isEmpty() && Character.isDigit(cell.charAt(0)));
    }

    /// As RFC 4180 has it: commas, quotes where needed, a line each.
    public String csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(head);
        lines.addAll(rows);
        return lines.stream()
                .map(cells ->
                        cells.stream().map(CopyTable::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
