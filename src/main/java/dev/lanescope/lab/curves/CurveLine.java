package dev.lanescope.lab.curves;

import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;

import java.util.ArrayList;
import java.util.List;

/// A point of a curve as a line of a table, in words.
///
/// @param row its title
/// @param point empty if there is only one
/// @param least and the rest: percentiles of all samples
public record CurveLine(
        String row,
        String point,
        String median,
        String quartiles,
        String p95,
        String p99,
        String least,
        String most,
        String samples) {

    /// What stands above, but for the first two.
    public static final List<String> HEADS =
            List.of("P50", "quartiles", "P95", "P99", "least", "most", "samples");

    /// All that is known of a kind.
    public static List<CurveLine> of(CurveSheet sheet) {
        List<CurveLine> lines = new ArrayList<>();
        CurveKind kind = sheet.kind();
        for (Row row : kind.rows()) {
            sheet.of(row)
                    .points()
                    .forEach((x, samples) -> lines.add(of(kind, row, x, new Spread(samples))));
        }
        return lines;
    }

    private static CurveLine of(CurveKind kind, Row row, int x, Spread spread) {
        Unit unit = kind.unit();
        double median = spread.median();
        String from = unit.bare(spread.quantile(0.25), median);
        String to = unit.bare(spread.quantile(0.75), median);
        return new CurveLine(
                row.title(),
                kind.over().isEmpty() ? "" : kind.point(x),
                unit.words(median),
                from + " to " + to,
                unit.words(spread.quantile(0.95)),
                unit.words(spread.quantile(0.99)),
                unit.words(spread.least()),
                unit.words(spread.most()),
                Integer.toString(spread.samples().size()));
    }

    /// The same, for a table of several kinds.
    public CurveLine of(CurveKind kind) {
        String title = kind.id() + ": " + row;
        return new CurveLine(title, point, median, quartiles, p95, p99, least, most, samples);
    }

    /// All columns, in the order in which they stand.
    public List<String> cells() {
        return List.of(row, point, median, quartiles, p95, p99, least, most, samples);
    }
}
