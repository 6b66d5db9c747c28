package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.content.Site;
import dev.lanescope.recording.RunResult;

import java.io.PrintStream;

/// What the author of a site should know after any run, whether it rendered everything or not;
/// nothing where there is nothing to say.
final class SiteRemarks {

    private SiteRemarks() {}

    /// Links that lead nowhere.
    static void links(RunResult run, TextTable table) {
        int broken = run.brokenLinks().size();
        if (broken > 0) {
            table.row(
                    "links",
                    Amounts.count(broken, "broken link")
                            + ", e.g. "
                            + run.brokenLinks().getFirst()
                            + more(broken));
        }
    }

    /// The pages that failed, one a line.
    static void failures(RunResult run, PrintStream err) {
        run.failures().forEach(failure -> err.println(Plain.of(failure.cause())));
    }

    /// Drafts, and whatever else did not become part of the site.
    static void leftOut(Site site, TextTable table) {
        if (!site.drafts().isEmpty()) {
            String drafts = Amounts.count(site.drafts().size(), "page");
            table.row("drafts", drafts + " left out; --drafts renders them");
        }
        if (!site.skipped().isEmpty()) {
            int skipped = site.skipped().size();
            table.row(
                    "left out",
                    Amounts.count(skipped, "thing")
                            + ", e.g. "
                            + site.skipped().getFirst()
                            + more(skipped));
        }
    }

    private static String more(int count) {
        return count > 1 ? "; --json lists all" : "";
    }
}
