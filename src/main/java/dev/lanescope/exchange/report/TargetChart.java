package dev.lanescope.exchange.report;

import dev.lanescope.chart.Box;
import dev.lanescope.chart.Sheet.Align;

import java.util.List;
import java.util.Locale;

/// Overheads, each with its interval, and a line through all of them at the target.
///
/// @param target as a number of times, e.g. 1.1 for 10 %
record TargetChart(List<ComparedTable.Bar> bars, double target) {

    private static final int WIDTH = ReportSheet.WIDTH;
    private static final int NAMES = 300;
    private static final int VERDICTS = 90;
    private static final int ROW = 28;
    private static final int AXIS = 24;
    private static final double LEAST = 0.9;
    private static final double MOST = 1.5;
    private static final double TICK = 0.1;
    private static final int TICKS = 12;
    private static final double SMALL = 11;
    private static final double BODY = 12.5;

    String svg() {
        var sheet = new ReportSheet(List.of());
        double least = bars.stream().mapToDouble(ComparedTable.Bar::low).min().orElse(LEAST);
        double most = bars.stream().mapToDouble(ComparedTable.Bar::high).max().orElse(MOST);
        var axis = new Axis(Math.min(LEAST, least), Math.max(MOST, most));
        int bottom = bars.size() * ROW;
        double step = TICK * Math.max(1, Math.ceil((axis.most - axis.least) / TICK / TICKS));
        for (double tick = 1; tick <= axis.most; tick += step) {
            sheet.line(axis.x(tick), 0, axis.x(tick), bottom, ReportInk.LINE.colour());
            sheet.text(
                    String.format(Locale.ROOT, "%.0f %%", (tick - 1) * 100),
                    axis.x(tick),
                    bottom + 15.0,
                    SMALL,
                    Align.MIDDLE,
                    ReportInk.MUTED.colour());
        }
        sheet.fill(new Box(axis.x(target) - 1, 0, 2, bottom), ReportInk.ACCENT.colour());
        for (int row = 0; row < bars.size(); row++) {
            draw(sheet, bars.get(row), row * ROW + ROW / 2.0, axis);
        }
        return sheet.svg(
                WIDTH, bottom + AXIS, "Overheads and their target; the table says the same.");
    }

    private static void draw(ReportSheet sheet, ComparedTable.Bar bar, double y, Axis axis) {
        int words = ReportInk.WORDS.colour();
        sheet.text(bar.title(), 14, y + 4, BODY, Align.LEFT, words);
        if (bar.low() < bar.high()) {
            sheet.line(axis.x(bar.low()), y, axis.x(bar.high()), y, words);
            sheet.line(axis.x(bar.low()), y - 5, axis.x(bar.low()), y + 5, words);
            sheet.line(axis.x(bar.high()), y - 5, axis.x(bar.high()), y + 5, words);
        }
        sheet.dot(axis.x(bar.value()), y, 4.5);
        sheet.text(bar.verdict(), WIDTH - VERDICTS + 10, y + 4, BODY, Align.LEFT, words);
    }

    private record Axis(double least, double most) {
        double x(double times) {
            return NAMES + (times - least) / (most - least) * (WIDTH - NAMES - VERDICTS);
        }
    }
}
