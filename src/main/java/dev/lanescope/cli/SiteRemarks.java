package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.content.Site;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RunResult;

import java.io.PrintStream;
import java.util.List;

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

    /// The pages that failed, one a line; those that a Python never came to because it ended, all
    /// together.
    static void failures(RunResult run, PrintStream err) {
        List<PageFailure> begun =
                run.failures().stream()
                        .filter(failure -> !failure.cause().endsWith(PythonModel.NEVER_BEGUN))
                        .toList();
        begun.forEach(failure -> err.println(Plain.of(failure.cause())));
        int never = run.failures().size() - begun.size();
        if (never > 0) {
            err.println(
                    Amounts.pages(never)
                            + (never == 1 ? " was" : " were")
                            + " never begun: "
                            + Plain.of(howItEnded(run)));
        }
    }

    private static String howItEnded(RunResult run) {
        return run.trace().remarks().stream()
                .filter(remark -> remark.endsWith(PythonModel.IS_LOST))
                .findFirst()
                .orElseGet(() -> run.failures().getLast().cause());
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
