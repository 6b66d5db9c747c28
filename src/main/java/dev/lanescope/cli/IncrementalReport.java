package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.content.Site;
import dev.lanescope.recording.RunResult;

import java.io.PrintStream;

/// What people read after a run that kept what it could: how little there was to do.
final class IncrementalReport {

    private IncrementalReport() {}

    static void print(Site site, RunResult run, PrintStream out) {
        String all = Amounts.count(site.pages().size(), "page");
        if (run.done() + run.generated() + run.failures().size() == 0) {
            out.println("nothing changed: " + all + " up to date");
        } else {
            int failed = run.failures().size();
            out.println(
                    run.done()
                            + " of "
                            + all
                            + " rendered, "
                            + Amounts.count(run.generated(), "file")
                            + " made of pages"
                            + (failed == 0 ? "" : ", " + failed + " failed")
                            + run.whyAll().map(reason -> ": " + reason).orElse(""));
        }
        var table = new TextTable(0, 1);
        table.row("site", run.output().toString());
        table.row("tree hash", run.treeHash());
        SiteRemarks.links(run, table);
        SiteRemarks.leftOut(site, table);
        table.lines().forEach(out::println);
    }
}
