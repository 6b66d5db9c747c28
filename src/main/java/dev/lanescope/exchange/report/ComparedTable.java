package dev.lanescope.exchange.report;

import java.util.List;

/// A table that somebody else drew, with what was measured in its cells.
///
/// @param by who drew it
/// @param head what its columns are, the first of them that of the rows' names
/// @param sources what the numbers in brackets behind figures mean
/// @param bars figures that are to reach a target, from top to bottom; none if there is no target
/// @param target as a number of times
public record ComparedTable(
        String title,
        String by,
        List<String> head,
        List<List<String>> rows,
        List<String> sources,
        List<Bar> bars,
        double target) {

    /// A figure that is to reach the target.
    ///
    /// @param low the least it may be
    /// @param high the most; as much as the least if there is no interval
    /// @param verdict a word
    public record Bar(String title, double value, double low, double high, String verdict) {}

    /// What is to be read of it.
    static final String MEANING =
            "The frame of this table is somebody else's; its figures were measured here, and a cell"
                    + " without one says why. What the document says stands behind \u201cthey"
                    + " say\u201d.";

    public ComparedTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        sources = List.copyOf(sources);
        bars = List.copyOf(bars);
    }
}
