package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.StretchStatistics;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.CopyTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The statistics of a part of a trace as a table to carry elsewhere.
public final class FigureTable {

    private FigureTable() {}

    /// All figures of a part of a trace, times in nanoseconds.
    public static CopyTable of(Snapshot trace, StretchStatistics figures) {
        List<List<String>> rows = new ArrayList<>();
        for (StretchStatistics.Row row : figures.rows()) {
            var spans = row.spans();
            rows.add(
                    List.of(
                            trace.state(row.state()).name(),
                            Long.toString(spans.count()),
                            Long.toString(row.insideNanos()),
                            String.format(Locale.ROOT, "%.4f", row.share()),
                            Long.toString(spans.minNanos()),
                            Long.toString(Math.round(spans.meanNanos())),
                            Long.toString(spans.p50Nanos()),
                            Long.toString(spans.p90Nanos()),
                            Long.toString(spans.p99Nanos()),
                            Long.toString(spans.maxNanos())));
        }
        return new CopyTable(
                List.of(
                        "state",
                        "spans",
                        "inside_ns",
                        "share",
                        "min_ns",
                        "mean_ns",
                        "p50_ns",
                        "p90_ns",
                        "p99_ns",
                        "max_ns"),
                rows);
    }
}
