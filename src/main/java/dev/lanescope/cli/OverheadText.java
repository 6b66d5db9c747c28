package dev.lanescope.cli;

import dev.lanescope.claims.Reading;
import dev.lanescope.claims.tables.Overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Overheads as a chart of letters: the interval of each, and the target as a line through all.
final class OverheadText {

    private static final int WIDTH = 49;
    private static final double LEAST = 0.8;
    private static final double MOST = 1.6;

    private OverheadText() {}

    static List<String> lines(List<Overhead.Bar> bars) {
        var table = new TextTable(0, 1, 2);
        table.row("", scale(), "");
        for (Overhead.Bar bar : bars) {
            table.row(bar.runtime(), drawn(bar), bar.verdict().words());
        }
        var lines = new ArrayList<>(table.lines());
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  | is the target, %.0f %%; what was said of 3.13 is %.0f %%",
                        (Overhead.TARGET.high() - 1) * 100,
                        (Overhead.SAID - 1) * 100));
        return lines;
    }

    private static String scale() {
        var line = new StringBuilder(" ".repeat(WIDTH));
        for (double tick = LEAST; tick < MOST + 0.01; tick += 0.2) {
            String words = Math.round((tick - 1) * 100) + " %";
            int at = Math.min(column(tick), WIDTH - words.length());
            line.replace(at, at + words.length(), words);
        }
        return line.toString();
    }

    private static String drawn(Overhead.Bar bar) {
        var line = new StringBuilder(" ".repeat(WIDTH));
        line.setCharAt(column(Overhead.TARGET.high()), '|');
        bar.reading().ifPresent(reading -> draw(reading, line));
        return line.toString();
    }

    private static void draw(Reading reading, StringBuilder line) {
        if (reading.isSure()) {
            for (int at = column(reading.low()); at <= column(reading.high()); at++) {
                line.setCharAt(at, line.charAt(at) == '|' ? '+' : '-');
            }
        }
        line.setCharAt(column(reading.value()), reading.value() > MOST ? '>' : 'o');
    }

    private static int column(double times) {
        double at = (times - LEAST) / (MOST - LEAST) * (WIDTH - 1);
        return Math.clamp(Math.round(at), 0, WIDTH - 1);
    }
}
