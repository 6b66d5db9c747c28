package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderWorkload;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Measures one model once, in a process of its own. What came of it is the last line on stdout.
final class CostCase {

    static final String COSTS = "COSTS ";
    static final String FAILED = "FAILED ";

    /// More pages are not taken from a folder.
    static final int MOST_PAGES = 1_000;

    /// So many workers are compared with one, to know what a further one costs.
    static final int MORE_WORKERS = 3;

    private CostCase() {}

    /// Measures, and says what came of it.
    ///
    /// @param args its folder, model, content folder, milliseconds of warm-up
    public static void main(String[] args) {
        CaseProcess.endWithParent(Path.of(args[0]));
        PrintStream out = System.out;
        System.setOut(System.err);
        out.println(say(args));
        out.flush();
        CaseProcess.over();
    }

    private static String say(String[] args) {
        try {
            ConcurrencyModel model = Models.byId(args[1]).orElseThrow();
            Site site = SiteScanner.scan(Path.of(args[2]), ScanProgress.NONE);
            Duration warmUp = Duration.ofMillis(Long.parseLong(args[3]));
            return COSTS + costs(model, site, Path.of(args[0], "site"), warmUp).line();
        } catch (Exception | OutOfMemoryError e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            return FAILED + why.lines().findFirst().orElse("");
        }
    }

    private static Costs costs(ConcurrencyModel model, Site site, Path output, Duration warmUp)
            throws Exception {
        Set<String> failing = warmUp(site, output, warmUp);
        List<RenderItem> pages =
                site.pages().stream()
                        .filter(page -> !failing.contains(page.source()))
                        .limit(MOST_PAGES)
                        .<RenderItem>map(RenderItem.OfContent::new)
                        .toList();
        if (pages.isEmpty()) {
            throw new CostException("no page of " + site.folder() + " comes out");
        }
        var work = new RenderWorkload(site, OutputFolder.open(output), RenderSettings.STANDARD);
        var subject = new Subject(model, work, pages);
        Costs memory = new MemoryCosts(subject).measure(); // first, as long as it is alone here
        return memory.plus(new StartCosts(subject).measure())
                .plus(new TaskCosts(subject).measure())
                .plus(new CrossingCosts(subject).measure());
    }

    /// Renders everything as often as there is time for, so that what all models use is compiled.
    ///
    /// @return the sources of pages that do not come out
    private static Set<String> warmUp(Site site, Path output, Duration atLeast) throws Exception {
        ConcurrencyModel sequential = Models.byId("sequential").orElseThrow();
        var experiment = new Experiment(site, output, sequential, 1).unrecorded();
        long begun = System.nanoTime();
        RunResult result;
        do {
            result = new Run(experiment).carryOut();
        } while (System.nanoTime() - begun < atLeast.toNanos());
        return result.failures().stream().map(PageFailure::page).collect(Collectors.toSet());
    }
}
