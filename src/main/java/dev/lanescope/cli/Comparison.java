package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.analysis.SpeedUp;
import dev.lanescope.trace.RunInfo;

import java.io.PrintStream;
import java.util.List;

/// The same content under several models, side by side. Whose output differs from the baseline's is
/// not compared at all: it did other work.
///
/// @param experiments the first is the baseline
record Comparison(List<Repeats> experiments) {

    void print(PrintStream out) {
        var table = new TextTable(0, 7);
        table.row("", "workers", "median", "least", "most", "pages/s", "speed-up", "output");
        experiments.forEach(each -> addRow(table, each));
        table.lines().forEach(out::println);
        if (!experiments.stream().allMatch(this::sameAsBaseline)) {
            out.println("  NO VERDICT: the models did not write the same bytes.");
        }
        for (Repeats each : experiments) {
            if (!each.equals(baseline()) && overlaps(each)) {
                out.println(
                        "  No difference shown for "
                                + each.trace().info().model()
                                + ": its median lies within the baseline's spread, or the other way round.");
            }
        }
    }

    private void addRow(TextTable table, Repeats each) {
        RunInfo info = each.trace().info();
        table.row(
                info.model(),
                String.valueOf(info.workers()),
                Durations.text(each.medianNanos()),
                Durations.text(each.leastNanos()),
                Durations.text(each.mostNanos()),
                Amounts.rate(each.pagesPerSecond()),
                speedUp(each),
                output(each));
    }

    private boolean overlaps(Repeats each) {
        return isWithin(each.medianNanos(), baseline()) || isWithin(baseline().medianNanos(), each);
    }

    private static boolean isWithin(long nanos, Repeats repeats) {
        return nanos >= repeats.leastNanos() && nanos <= repeats.mostNanos();
    }

    private String speedUp(Repeats each) {
        if (!sameAsBaseline(each)) {
            return "-";
        }
        var speedUp = SpeedUp.of(RunSummary.of(each.trace()), RunSummary.of(baseline().trace()));
        return switch (speedUp) {
            case SpeedUp.Known known -> Amounts.factor(known.factor());
            case SpeedUp.Unknown _ -> "-";
        };
    }

    private String output(Repeats each) {
        if (!sameAsBaseline(each)) {
            return "DIFFERENT";
        }
        String hash = each.median().treeHash();
        return each.equals(baseline())
                ? hash.substring(0, Math.min(12, hash.length()))
                : "the same";
    }

    private boolean sameAsBaseline(Repeats each) {
        return each.sameOutput()
                && baseline().sameOutput()
                && each.median().treeHash().equals(baseline().median().treeHash());
    }

    private Repeats baseline() {
        return experiments.getFirst();
    }
}
