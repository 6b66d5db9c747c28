package dev.lanescope.cli;

import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.tables.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The numbers by which figures of a table name what they come from, in the order in which they are
/// first named.
final class SourceMarks {

    private final List<Evidence> sources = new ArrayList<>();

    /// E.g. ` [1] [3]`; empty where nothing was measured.
    String of(Entry entry) {
        return entry instanceof Entry.Measured measured
                ? measured.from().stream().map(this::mark).collect(Collectors.joining())
                : "";
    }

    private String mark(Evidence from) {
        if (!sources.contains(from)) {
            sources.add(from);
        }
        return " [" + (sources.indexOf(from) + 1) + "]";
    }

    /// What the numbers mean, a line each.
    ///
    /// @param more what is told of each besides; may be empty
    List<String> lines(Function<Evidence, String> more) {
        List<String> lines = new ArrayList<>();
        for (Evidence each : sources) {
            lines.add("[" + (lines.size() + 1) + "] " + each.words() + more.apply(each));
        }
        return List.copyOf(lines);
    }
}
