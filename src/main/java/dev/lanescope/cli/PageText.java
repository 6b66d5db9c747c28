package dev.lanescope.cli;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.PageEffects;

import java.io.PrintStream;
import java.util.List;

/// Which pages made the slowest setting slower than the fastest, for people.
final class PageText {

    private static final int MOST = 5;

    private PageText() {}

    static void print(Comparison comparison, PrintStream out) {
        PageEffects.ofExtremes(comparison).ifPresent(pair -> print(pair, out));
    }

    private static void print(PageEffects.Pair pair, PrintStream out) {
        List<PageEffects.Page> pages =
                pair.effects().pages().stream()
                        .filter(page -> page.effectNanos().orElse(0) != 0)
                        .limit(MOST)
                        .toList();
        if (pages.isEmpty()) {
            return;
        }
        String slower = StudyReport.name(pair.slower());
        String faster = StudyReport.name(pair.faster());
        out.println();
        out.println("Pages that made " + slower + " slower than " + faster + " (median runs):");
        out.println();
        var table = new TextTable(0);
        table.row("", "makespan", "in " + slower, "in " + faster);
        for (PageEffects.Page page : pages) {
            long effect = page.effectNanos().orElse(0);
            table.row(
                    Plain.of(page.task().name()),
                    (effect < 0 ? "-" : "+") + Durations.text(Math.abs(effect)),
                    Durations.text(page.task().otherNanos()),
                    Durations.text(page.task().nanos()));
        }
        table.lines().forEach(out::println);
        out.println("  Worked out " + pair.effects().basis().words() + ".");
    }
}
