package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.Sheet.Align;

import java.util.List;
import java.util.Locale;

/// Speed-up stacks lying on their side, one below the other on one scale: what was useful, and
/// beyond it what was lost. What came out negative lies left of zero.
record StackChart(List<Comparison.Row> rows, Names names) {

    private static final int WIDTH = ReportSheet.WIDTH;
    private static final int EDGE = 14;
    private static final int TITLE = 18;
    private static final int BAR = 22;
    private static final int ROW = 56;
    private static final int AXIS = 22;
    private static final double SMALL = 11;
    private static final double BODY = 12.5;
    private static final int MOST_TICKS = 16;
    private static final double QUARTER = 0.25;

    String svg() {
        var sheet = new ReportSheet(List.of());
        double most = rows.stream().mapToDouble(row -> above(row) / whole(row)).max().orElse(1);
        double least = rows.stream().mapToDouble(row -> below(row) / whole(row)).min().orElse(0);
        double unit = (WIDTH - 2.0 * EDGE) / (most - least);
        double zero = EDGE - least * unit;
        int bottom = rows.size() * ROW;
        double step = isOfShares() ? QUARTER : Math.ceil(most / MOST_TICKS);
        for (int tick = 0; tick * step <= most + 1e-9; tick++) {
            double x = zero + tick * step * unit;
            sheet.line(x, 0, x, bottom, ReportInk.LINE.colour());
            sheet.text(
                    isOfShares()
                            ? Math.round(100 * tick * step) + " %"
                            : String.valueOf(Math.round(tick * step)),
                    x,
                    bottom + 14.0,
                    SMALL,
                    Align.MIDDLE,
                    ReportInk.MUTED.colour());
        }
        for (int row = 0; row < rows.size(); row++) {
            draw(sheet, rows.get(row), row * ROW, zero, unit / whole(rows.get(row)));
        }
        return sheet.svg(WIDTH, bottom + AXIS, "Speed-up stacks; the table below says the same.");
    }

    /// Whether the runs differ in their lanes: then each stack is drawn by its own, for a hundred
    /// lanes would leave nothing of two.
    boolean isOfShares() {
        return rows.stream().map(row -> stack(row).lanes()).distinct().count() > 1;
    }

    /// What is as long in each stack, in lanes.
    private double whole(Comparison.Row row) {
        return isOfShares() ? stack(row).lanes() : 1;
    }

    private void draw(ReportSheet sheet, Comparison.Row row, double top, double zero, double lane) {
        SpeedUpStack stack = stack(row);
        String leftOut =
                stack.isMuchLeftOut() ? ", and " + text(stack.leftOutHeight()) + " left out" : "";
        String title =
                names.of(row) + ": " + text(stack.speedUp()) + " of " + stack.lanes() + leftOut;
        sheet.text(title, EDGE, top + TITLE, BODY, Align.LEFT, ReportInk.WORDS.colour());
        double right = zero;
        double left = zero;
        for (SpeedUpStack.Share share : stack.shares()) {
            double wide = Math.abs(stack.height(share.part())) * lane;
            double x = share.nanos() < 0 ? left - wide : right;
            String words = share.part().title() + " " + text(stack.height(share.part()));
            if (share.nanos() != 0) {
                sheet.block(
                        new Box(x, top + TITLE + 8, wide, BAR),
                        Look.of(share.part()),
                        words,
                        share.nanos());
            }
            if (share.nanos() < 0) {
                left -= wide;
            } else {
                right += wide;
            }
        }
        double end = zero + stack.speedUp() * lane;
        sheet.line(end, top + TITLE + 4, end, top + TITLE + BAR + 12, ReportInk.WORDS.colour());
    }

    private static SpeedUpStack stack(Comparison.Row row) {
        return row.stack().orElseThrow();
    }

    /// How far a stack reaches to the right, in lanes.
    private static double above(Comparison.Row row) {
        SpeedUpStack stack = stack(row);
        return stack.shares().stream()
                .mapToDouble(share -> Math.max(0, stack.height(share.part())))
                .sum();
    }

    /// How far it reaches to the left; not above 0.
    private static double below(Comparison.Row row) {
        SpeedUpStack stack = stack(row);
        return stack.shares().stream()
                .mapToDouble(share -> Math.min(0, stack.height(share.part())))
                .sum();
    }

    private static String text(double lanes) {
        return String.format(Locale.ROOT, "%.2f", lanes).replace('-', '\u2212');
    }
}
