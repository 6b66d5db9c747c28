package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.recording.Machine;
import dev.lanescope.trace.Snapshot;

import java.io.PrintStream;
import java.util.List;

/// What kept a run from being faster, for people.
final class FindingText {

    /// More nobody acts upon.
    private static final int MOST = 3;

    private FindingText() {}

    /// What is found in a run of this very machine.
    static List<Finding> here(Snapshot run) {
        return Findings.of(run.withFacts(Machine.facts()));
    }

    /// Up to three findings below the account; nothing if there are none.
    static void print(List<Finding> findings, PrintStream out) {
        if (findings.isEmpty()) {
            return;
        }
        out.println();
        out.println("What held it up, by share of all lane time");
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            out.println("  " + Amounts.percent(finding.share()) + "  " + sentence(finding));
            out.println("         " + remedy(finding));
        }
    }

    static String sentence(Finding finding) {
        return Plain.of(finding.sentence());
    }

    private static String remedy(Finding finding) {
        return finding.remedy().isSetting()
                ? finding.remedy().sentence() + " Try " + finding.remedy().options()
                : finding.remedy().sentence();
    }
}
