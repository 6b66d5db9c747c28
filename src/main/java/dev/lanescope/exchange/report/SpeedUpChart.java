package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Ratio;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.Sheet.Align;

import java.util.List;
import java.util.Locale;

/// How many times as fast each setting is, as a dot with its interval, against a line at 1 where
/// the baseline stands. A setting whose interval crosses that line has shown nothing.
record SpeedUpChart(List<Comparison.Row> rows, Names names) {

    private static final int WIDTH = ReportSheet.WIDTH;
    private static final int NAMES = 300;
    private static final int EDGE = 14;
    private static final int ROW = 30;
    private static final int AXIS = 24;
    private static final double SMALL = 11;
    private static final double BODY = 12.5;
    private static final int NAME_LETTERS = 42;
    private static final int TICKS = 8;

    /// How far the picture reaches, in greatest speed-ups; noise can make intervals endless.
    private static final int MOST_INTERVAL = 3;

    String svg() {
        var sheet = new ReportSheet(List.of());
        double greatest = rows.stream().mapToDouble(row -> row.speedUp().value()).max().orElse(1);
        double most =
                rows.stream()
                        .map(Comparison.Row::speedUp)
                        .mapToDouble(ratio -> ratio.isSure() ? ratio.high() : ratio.value())
                        .map(end -> Math.min(end, MOST_INTERVAL * Math.max(1, greatest)))
                        .max()
                        .orElse(1);
        double scale = (WIDTH - NAMES - 2.0 * EDGE) / Math.max(1.2, most * 1.04);
        int bottom = rows.size() * ROW;
        double step = step(Math.max(1.2, most));
        for (int tick = 0; tick * step <= Math.max(1.2, most * 1.04); tick++) {
            double x = NAMES + tick * step * scale;
            sheet.line(x, 0, x, bottom, ReportInk.LINE.colour());
            sheet.text(
                    number(tick * step),
                    x,
                    bottom + 15.0,
                    SMALL,
                    Align.MIDDLE,
                    ReportInk.MUTED.colour());
        }
        double one = NAMES + scale;
        sheet.fill(new Box(one - 0.75, 0, 1.5, bottom), ReportInk.MUTED.colour());
        for (int row = 0; row < rows.size(); row++) {
            draw(sheet, rows.get(row), row * ROW + ROW / 2.0, scale);
        }
        return sheet.svg(WIDTH, bottom + AXIS, "Speed-ups; the table above says the same.");
    }

    private void draw(ReportSheet sheet, Comparison.Row row, double y, double scale) {
        Ratio ratio = row.speedUp();
        String title = names.of(row);
        String name =
                title.length() > NAME_LETTERS ? title.substring(0, NAME_LETTERS) + "\u2026" : title;
        sheet.text(name, EDGE, y + 4, BODY, Align.LEFT, ReportInk.WORDS.colour());
        if (ratio.isSure()) {
            double low = NAMES + ratio.low() * scale;
            double high = Math.min(WIDTH, NAMES + ratio.high() * scale);
            sheet.line(low, y, high, y, ReportInk.WORDS.colour());
            sheet.line(low, y - 5, low, y + 5, ReportInk.WORDS.colour());
            if (high < WIDTH) { // the end of an interval that is wider than the picture is not seen
                sheet.line(high, y - 5, high, y + 5, ReportInk.WORDS.colour());
            }
        }
        sheet.dot(NAMES + ratio.value() * scale, y, 4.5);
    }

    private static double step(double most) {
        for (double step = 0.25; ; step *= 2) {
            if (most / step <= TICKS) {
                return step;
            }
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
