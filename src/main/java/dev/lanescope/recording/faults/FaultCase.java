package dev.lanescope.recording.faults;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One run with one fault, in a process of its own that may die of it. What came of it is the last
/// line on stdout; a process that dies says nothing.
final class FaultCase {

    /// Said when everything stands ready: who dies before has not died of the fault.
    static final String BEGINS = "BEGINS";

    static final String RESULT = "RESULT ";
    static final String ENDED = "ENDED ";

    /// All that was still to be done is lost, but the run could say so.
    static final String LOST = "LOST ";

    /// It did not go on and was stopped.
    static final String STOPPED = "STOPPED ";

    /// Which page fails: not the first, so that something has come out before.
    static final int ITEM = 3;

    private static final int WORKERS = 2;

    /// Longer than the first page of a JVM takes that has to load its classes.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Longer than a pool of processes takes to begin again on a busy machine.
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(20);

    private FaultCase() {}

    /// Does the run and says what came of it.
    ///
    /// @param args its folder, model, kind of fault, content folder, Python or nothing
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
        if (model instanceof PythonModel python) {
            model = python.on(args[4], Workspace.root());
        }
        Fault.Kind kind = Fault.Kind.valueOf(args[2]);
        Site site = SiteScanner.scan(Path.of(args[3]), ScanProgress.NONE);
        Knobs knobs = Knobs.STANDARD.with(List.of(new Fault(kind, ITEM)));
        if (kind == Fault.Kind.ENDLESS_LOOP && !model.isForeign()) {
            knobs = knobs.withPageTimeout(PATIENCE);
        }
        Path output = Path.of(args[0], "site");
        int workers = Math.min(WORKERS, model.workers().most());
        var run = new Run(new Experiment(site, output, model, workers).with(knobs));
        out.println(BEGINS);
        out.flush();
        try {
            Duration patience = kind == Fault.Kind.ENDLESS_LOOP ? PATIENCE : LONG_PATIENCE;
            return model.isForeign() ? sayOfPython(run, site, patience) : sayOf(run, site, model);
        } catch (RunException e) {
            return ENDED + e.getMessage();
        }
    }

    private static String sayOf(Run run, Site site, ConcurrencyModel model) throws Exception {
        RunResult result = run.carryOut();
        Aftermath after = Aftermath.of(result.trace(), model.survivesCrashes());
        return RESULT
                + (site.pages().size() - result.done())
                + " "
                + after.workersLost()
                + " "
                + after.restartNanos()
                + " "
                + firstFailure(result);
    }

    /// Python gives up no page: a run that does not go on is stopped, and who stays behind counted.
    private static String sayOfPython(Run run, Site site, Duration patience) throws Exception {
        var stopper = new Stopper(run, patience);
        RunResult result = run.carryOut();
        long nanos = stopper.nanosSince();
        int lost = site.pages().size() - result.done();
        long behind = ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
        String left = behind == 0 ? "" : " Processes that stayed behind: " + behind + ".";
        if (result.stopped()) {
            return STOPPED
                    + lost
                    + " It hung until it was stopped, which took "
                    + nanos / 1_000_000
                    + " ms."
                    + left;
        }
        Optional<String> ended =
                result.trace().remarks().stream()
                        .filter(remark -> remark.endsWith(PythonModel.IS_LOST))
                        .findFirst();
        if (ended.isPresent()) {
            return LOST + lost + " " + ended.get() + left;
        }
        Aftermath after = Aftermath.of(result.trace(), true);
        return RESULT + lost + " 0 " + after.restartNanos() + " " + firstFailure(result) + left;
    }

    private static String firstFailure(RunResult result) {
        return result.failures().isEmpty()
                ? ""
                : result.failures().getFirst().cause().lines().findFirst().orElse("");
    }
}
