package dev.lanescope.lab.curves;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All curves of one kind that are known.
///
/// @param curves by the id of their rows
/// @param measurements how many there were, of all rows together
public record CurveSheet(CurveKind kind, Map<String, Curve> curves, int measurements) {

    public CurveSheet {
        curves = Map.copyOf(curves);
    }

    /// Nothing was measured.
    public static CurveSheet empty(CurveKind kind) {
        return new CurveSheet(kind, Map.of(), 0);
    }

    /// With one measurement more.
    public CurveSheet with(Row row, Curve more) {
        Map<String, Curve> all = new HashMap<>(curves);
        all.merge(row.id(), more, Curve::plus);
        return new CurveSheet(kind, all, measurements + 1);
    }

    /// Empty of points if it was not measured.
    public Curve of(Row row) {
        return curves.getOrDefault(row.id(), Curve.NONE);
    }

    /// The lines through the rows that have one, in a sentence each.
    public List<String> slopes() {
        String step = kind.over().replaceFirst("s$", "");
        return kind.rows().stream()
                .flatMap(row ->
                        of(row)
                                .fit()
                                .map(fit -> row.title() + ": " + fit.bytesFor(step) + ".")
                                .stream())
                .toList();
    }

    /// All samples of a row in ascending order, in whole units.
    public long[] sorted(Row row) {
        return of(row).points().values().stream()
                .flatMap(List::stream)
                .mapToLong(Double::longValue)
                .sorted()
                .toArray();
    }

    /// Why there is nothing of a row, in one sentence.
    public String whyMissing(Row row) {
        return row.refusal().orElse("Not measured.");
    }
}
