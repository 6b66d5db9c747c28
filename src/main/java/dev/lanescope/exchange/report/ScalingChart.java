package dev.lanescope.exchange.report;

import dev.lanescope.analysis.scaling.Fit;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.Sheet.Align;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Speed-up over workers: what was measured as dots with their intervals, the ideal as a thin line,
/// and the law, if one is told, solid where it was fitted. Beyond that the ground is hatched and
/// the law is dashed, for there it only guesses.
record ScalingChart(Scaling scaling) {

    private static final int WIDTH = ReportSheet.WIDTH;
    private static final int HEIGHT = 380;
    private static final int LEFT = 44;
    private static final int RIGHT = 16;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final double SMALL = 11;
    private static final int STEPS = 60;
    private static final int TICKS = 8;

    String svg() {
        var sheet = new ReportSheet(List.of());
        Optional<Fit> law = scaling.chosen();
        double most = scaling.points().getLast().workers();
        double right = Math.max(most, law.map(fit -> Scaling.FURTHEST * fit.most()).orElse(0.0));
        var plot = new Plot(right * 1.02, highest(law, right) * 1.08);
        sheet.fill(new Box(LEFT, TOP, plot.width(), plot.height()), ReportInk.INSET.colour());
        law.ifPresent(fit -> sheet.guess(plot.box(fit.most())));
        axes(sheet, plot);
        double ideal = Math.min(right, plot.mostSpeedUp());
        sheet.line(plot.x(0), plot.y(0), plot.x(ideal), plot.y(ideal), ReportInk.MUTED.colour());
        law.ifPresent(fit -> curve(sheet, plot, fit, right));
        scaling.points().forEach(point -> point(sheet, plot, point));
        return sheet.svg(WIDTH, HEIGHT, "Speed-up over workers; the table below says the same.");
    }

    private double highest(Optional<Fit> law, double right) {
        double measured =
                scaling.points().stream()
                        .mapToDouble(point -> Math.max(point.speedUp().value(), sure(point)))
                        .max()
                        .orElse(1);
        double told = law.map(fit -> fit.law().speedUp(right)).orElse(1.0);
        return Math.max(measured, Math.min(told, right));
    }

    private static double sure(Scaling.Point point) {
        return point.speedUp().isSure() ? point.speedUp().high() : 0;
    }

    private static void axes(ReportSheet sheet, Plot plot) {
        double down = step(plot.mostSpeedUp());
        for (double tick = 0; tick <= plot.mostSpeedUp(); tick += down) {
            double y = plot.y(tick);
            sheet.line(LEFT, y, LEFT + plot.width(), y, ReportInk.LINE.colour());
            String words = String.format(Locale.ROOT, down < 1 ? "%.2f" : "%.0f", tick);
            sheet.text(words, LEFT - 6.0, y + 4, SMALL, Align.RIGHT, ReportInk.MUTED.colour());
        }
        double across = Math.max(1, step(plot.mostWorkers()));
        for (double tick = across; tick <= plot.mostWorkers(); tick += across) {
            String words = String.format(Locale.ROOT, "%.0f", tick);
            double y = TOP + plot.height() + 16;
            sheet.text(words, plot.x(tick), y, SMALL, Align.MIDDLE, ReportInk.MUTED.colour());
        }
        double middle = LEFT + plot.width() / 2;
        sheet.text("workers", middle, HEIGHT - 6.0, SMALL, Align.MIDDLE, ReportInk.MUTED.colour());
    }

    private static double step(double most) {
        double step = 0.25;
        while (most / step > TICKS) {
            step *= 2;
        }
        return step;
    }

    private static void curve(ReportSheet sheet, Plot plot, Fit fit, double right) {
        double last = 1;
        for (int step = 1; step <= STEPS; step++) {
            double next = 1 + (right - 1) * step / STEPS;
            boolean drawn = fit.covers(next) || step % 2 == 0; // every other one is a dash
            if (drawn) {
                sheet.line(
                        plot.x(last),
                        plot.y(fit.law().speedUp(last)),
                        plot.x(next),
                        plot.y(fit.law().speedUp(next)),
                        ReportInk.ACCENT.colour());
            }
            last = next;
        }
    }

    private static void point(ReportSheet sheet, Plot plot, Scaling.Point point) {
        double x = plot.x(point.workers());
        if (point.speedUp().isSure()) {
            double low = plot.y(point.speedUp().low());
            double high = plot.y(point.speedUp().high());
            sheet.line(x, low, x, high, ReportInk.WORDS.colour());
            sheet.line(x - 4, low, x + 4, low, ReportInk.WORDS.colour());
            sheet.line(x - 4, high, x + 4, high, ReportInk.WORDS.colour());
        }
        sheet.dot(x, plot.y(point.speedUp().value()), 4);
    }

    /// Where things stand in the picture.
    private record Plot(double mostWorkers, double mostSpeedUp) {

        double width() {
            return WIDTH - LEFT - RIGHT;
        }

        double height() {
            return HEIGHT - TOP - BOTTOM;
        }

        double x(double workers) {
            return LEFT + workers / mostWorkers * width();
        }

        double y(double speedUp) {
            return TOP + (1 - speedUp / mostSpeedUp) * height();
        }

        /// All that lies right of a number of workers.
        Box box(double workers) {
            return new Box(x(workers), TOP, LEFT + width() - x(workers), height());
        }
    }
}
