package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// Measures one model once, in a process of its own. What came of it is the last line on stdout.
final class CostCase {

    static final String COSTS = "COSTS ";

    /// So many workers are compared with one, to know what a further one costs.
    static final int MORE_WORKERS = 3;

    private CostCase() {}

    /// Measures, and says what came of it.
    ///
    /// @param args its folder, model, runtime of that (empty if it has none), content folder,
    ///   milliseconds of warm-up
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
            if (model instanceof PythonModel python) {
                model = python.on(args[2], Workspace.root());
            }
            Site site = SiteScanner.scan(Path.of(args[3]), ScanProgress.NONE);
            Duration warmUp = Duration.ofMillis(Long.parseLong(args[4]));
            return COSTS + costs(model, site, Path.of(args[0], "site"), warmUp).line();
        } catch (Exception | OutOfMemoryError e) {
            return CaseWords.failed(e);
        }
    }

    private static Costs costs(ConcurrencyModel model, Site site, Path output, Duration warmUp)
            throws Exception {
        Subject subject = Subject.warmed(model, site, output, warmUp);
        Costs memory = new MemoryCosts(subject).measure(); // first, as long as it is alone here
        Costs start = memory.plus(new StartCosts(subject).measure());
        Costs all =
                model instanceof PythonModel python
                        ? start.plus(new PythonTaskCosts(subject, python).measure())
                        : start.plus(new TaskCosts(subject).measure())
                                .plus(new CrossingCosts(subject).measure());
        return all.only(Figure.of(model));
    }
}
