package dev.lanescope.recording.faults;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One run with one fault, in a process of its own that may die of it. What came of it is the last
/// line on stdout; a process that dies says nothing.
final class FaultCase {

    /// Said when everything stands ready: who dies before has not died of the fault.
    static final String BEGINS = "BEGINS";

    static final String RESULT = "RESULT ";
    static final String ENDED = "ENDED ";

    /// Which page fails: not the first, so that something has come out before.
    static final int ITEM = 3;

    private static final int WORKERS = 2;

    /// Longer than the first page of a JVM takes that has to load its classes.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private FaultCase() {}

    /// Does the run and says what came of it.
    ///
    /// @param args its folder, model, kind of fault, content folder
    public static void main(String[] args) throws Exception {
        CaseProcess.endWithParent(Path.of(args[0]));
        PrintStream out = System.out;
        System.setOut(System.err);
        out.println(say(args, out));
        out.flush();
        CaseProcess.over();
    }

    private static String say(String[] args, PrintStream out) throws Exception {
        ConcurrencyModel model = Models.byId(args[1]).orElseThrow();
        Fault.Kind kind = Fault.Kind.valueOf(args[2]);
        Site site = SiteScanner.scan(Path.of(args[3]), ScanProgress.NONE);
        Knobs knobs = Knobs.STANDARD.with(List.of(new Fault(kind, ITEM)));
        if (kind == Fault.Kind.ENDLESS_LOOP) {
            knobs = knobs.withPageTimeout(PATIENCE);
        }
        Path output = Path.of(args[0], "site");
        int workers = Math.min(WORKERS, model.workers().most());
        var run = new Run(new Experiment(site, output, model, workers).with(knobs));
        out.println(BEGINS);
        out.flush();
        try {
            RunResult result = run.carryOut();
            int lost = site.pages().size() - result.done();
            String first = result.failures().isEmpty() ? "" : result.failures().getFirst().cause();
            Aftermath after = Aftermath.of(result.trace(), model.survivesCrashes());
            return RESULT
                    + lost
                    + " "
                    + after.workersLost()
                    + " "
                    + after.restartNanos()
                    + " "
                    + first.lines().findFirst().orElse("");
        } catch (RunException e) {
            return ENDED + e.getMessage();
        }
    }
}
