package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.explain.TryOut;
import dev.lanescope.trace.Snapshot;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What kept runs from being faster, for people.
final class FindingText {

    /// More nobody acts upon.
    private static final int MOST = 3;

    private FindingText() {}

    /// Up to three findings below the account; nothing if there are none.
    ///
    /// @param folder what stands for the folder of pages
    static void print(Snapshot run, String folder, PrintStream out) {
        List<Finding> findings = Findings.of(run);
        if (findings.isEmpty()) {
            return;
        }
        out.println();
        out.println("What held it up, by share of all lane time");
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            out.println("  " + Amounts.percent(finding.share()) + "  " + sentence(finding));
            out.println("         " + remedy(finding, run, folder));
        }
    }

    /// The greatest of each setting, and the command that changes it; nothing if there is none.
    static void print(Comparison comparison, String folder, PrintStream out) {
        var lines = new ArrayList<String>();
        for (Comparison.Row row : comparison.rows()) {
            Snapshot run = row.contender().median();
            comparison.findings(row).stream()
                    .findFirst()
                    .ifPresent(finding -> {
                        lines.add("  " + StudyReport.name(row) + ": " + sentence(finding));
                        lines.add("    " + remedy(finding, run, folder));
                    });
        }
        if (!lines.isEmpty()) {
            out.println();
            out.println("What held up the median run most:");
            lines.forEach(out::println);
        }
    }

    private static String sentence(Finding finding) {
        return Plain.of(finding.sentence());
    }

    private static String remedy(Finding finding, Snapshot run, String folder) {
        return finding.remedy().sentence()
                + TryOut.command(run.info(), finding.remedy(), folder)
                        .map(command -> " Try: " + Plain.of(command))
                        .orElse("");
    }
}
