package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunProgress;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.TraceLog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Carries out runs for a command: progress moves while they go on, and Ctrl-C ends them in order.
///
/// @param streams where progress moves, if somebody watches
record Conductor(Streams streams, CtrlC ctrlC) {

    private static final int BAR_COLUMNS = 24;

    /// Carries out one run.
    ///
    /// @param what a few words for the progress line, e.g. `warm-up`
    /// @throws TerminalException if it was interrupted
    RunResult carryOut(Experiment experiment, String what)
            throws RunException, TerminalException, InterruptedException {
        return carryOut(new Run(experiment), what, () -> "");
    }

    /// Carries out one run, and keeps its trace from the first moment on.
    RunResult carryOut(Experiment experiment, String what, KeptTrace kept)
            throws RunException, TerminalException, InterruptedException {
        var run = new Run(experiment);
        kept.recordJvm(run);
        try (TraceLog log = kept.follow(run)) {
            RunResult result = carryOut(run, what, () -> left(log));
            kept.finish(log, run, result.trace());
            return result;
        } finally {
            kept.forgetJvm();
        }
    }

    private static String left(TraceLog log) {
        log.close();
        return log.unfinished().map(part -> "; the trace until then is " + part).orElse("");
    }

    /// @param left what to say besides of a run that was stopped
    private RunResult carryOut(Run run, String what, Supplier<String> left)
            throws RunException, TerminalException, InterruptedException {
        ctrlC.stops(run);
        try (var _ = new ProgressLine(streams, () -> text(run, what))) {
            RunResult result = run.carryOut();
            if (result.stopped()) {
                throw new TerminalException(
                        ExitCode.INTERRUPTED,
                        "stopped after "
                                + result.done()
                                + " of "
                                + Amounts.count(run.progress().pages(), "page")
                                + left.get());
            }
            return result;
        }
    }

    /// Round after round each experiment once, so that whatever the machine does meanwhile hits all
    /// of them alike.
    ///
    /// @param name what the progress line calls an experiment, by its number from 0
    /// @return what came of each, in their order
    List<Repeats> takeTurns(List<Experiment> experiments, int rounds, IntFunction<String> name)
            throws RunException, TerminalException, InterruptedException {
        List<List<RunResult>> runs = new ArrayList<>();
        experiments.forEach(_ -> runs.add(new ArrayList<>()));
        for (int round = 1; round <= rounds; round++) {
            for (int number = 0; number < experiments.size(); number++) {
                String what = "round " + round + " of " + rounds + ", " + name.apply(number);
                runs.get(number).add(carryOut(experiments.get(number), what));
            }
        }
        return IntStream.range(0, experiments.size())
                .mapToObj(number -> new Repeats(experiments.get(number), runs.get(number)))
                .toList();
    }

    private String text(Run run, String what) {
        return switch (run.phase()) {
            case PREPARING -> what + ": preparing the output folder";
            case WARMING_UP -> what + ": " + warmUp(run);
            case RENDERING, OVER -> what + "  " + counts(run.progress());
            case VERIFYING -> what + ": reading everything back";
        };
    }

    private static String warmUp(Run run) {
        return "warming up "
                + Math.max(1, run.progress().warmUpPass())
                + " of "
                + run.experiment().knobs().warmUp();
    }

    private String counts(RunProgress progress) {
        var bar = new Bar(BAR_COLUMNS, streams.err().charset());
        String drawn = bar.of((double) progress.ended() / Math.max(1, progress.total()));
        return drawn
                + " ".repeat(BAR_COLUMNS - drawn.length())
                + "  "
                + progress.done()
                + " of "
                + Amounts.count(progress.pages(), "page")
                + (progress.generated() == 0 ? "" : ", " + progress.generated() + " generated")
                + (progress.failed() == 0 ? "" : ", " + progress.failed() + " failed");
    }
}
