package dev.lanescope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Columns of text: the first is flush left, and so are those that say so; numbers stand flush
/// right. Cells are [plain][Plain].
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> flushLeft;

    /// @param flushLeft numbers of the columns that hold words, from 0
    TextTable(Integer... flushLeft) {
        this.flushLeft = List.of(flushLeft);
    }

    TextTable row(String... cells) {
        rows.add(Arrays.stream(cells).map(Plain::of).toList());
        return this;
    }

    /// One line a row, each starting with the gap.
    List<String> lines() {
        var widths = new ArrayList<Integer>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = row.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(width, widths.get(column)));
                }
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths.get(column) - cell.length());
            line.append(GAP).append(flushLeft.contains(column) ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }
}
