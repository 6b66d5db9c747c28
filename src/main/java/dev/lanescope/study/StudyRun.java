package dev.lanescope.study;

import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.apart.ColdRun;
import dev.lanescope.study.StudyProgress.Part;
import dev.lanescope.trace.StudyMark;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A study being carried out: it can be watched while it goes on, and stopped.
///
/// First it listens to the machine, then this JVM is warmed up, then the settings take turns, and
/// at last it listens again. All of it happens on the thread that calls [#carryOut], but for cold
/// runs, each of which has a JVM of its own.
public final class StudyRun {

    /// Longer than this nothing is warmed up but for the run that goes on; what is not warm then is
    /// called so.
    private static final Duration MOST_WARM_UP = Duration.ofMinutes(1);

    /// After so many passes it is told how long the rest of the warm-up takes.
    private static final int TELLING_PASSES = 2;

    private final Study study;
    private final List<StudyResult.Done> done = new ArrayList<>();
    private volatile StudyProgress progress;
    private final List<Experiment> warmUp;
    private volatile Warming warming = new Warming(0, Optional.empty());
    private volatile long warmUpBegun;
    private volatile boolean stopping;
    private volatile @Nullable Runnable stopCurrent;

    public StudyRun(Study study) {
        this.study = study;
        this.warmUp = study.warmUp();
        this.progress =
                new StudyProgress(
                        Part.PROBING,
                        0,
                        study.runs(),
                        Optional.empty(),
                        Optional.empty(),
                        new StudyProgress.Passes(0, 0));
    }

    public Study study() {
        return study;
    }

    public StudyProgress progress() {
        StudyProgress now = progress;
        return now.part() == Part.WARMING_UP ? warmingUp(now) : now;
    }

    /// With the time that the rest of the warm-up takes, once some passes have told.
    private StudyProgress warmingUp(StudyProgress now) {
        StudyProgress.Passes passes = passes();
        int over = passes.begun() - 1;
        long elapsed = System.nanoTime() - warmUpBegun;
        long most = Math.max(0, MOST_WARM_UP.toNanos() - elapsed);
        Optional<Duration> left =
                over < TELLING_PASSES
                        ? Optional.empty()
                        : Optional.of(
                                Duration.ofNanos(
                                        Math.min(most, elapsed / over * (passes.total() - over))));
        return now.with(passes, left);
    }

    /// How far the warm-up is, in one look.
    ///
    /// @param over the passes of the runs that are over
    private record Warming(int over, Optional<Run> run) {

        int begun() {
            return over + run.map(Warming::begun).orElse(0);
        }

        private static int begun(Run run) {
            boolean last = run.progress().ended() > 0;
            return last ? passes(run.experiment()) : Math.max(1, run.progress().warmUpPass());
        }
    }

    private StudyProgress.Passes passes() {
        int total = warmUp.stream().mapToInt(StudyRun::passes).sum();
        return new StudyProgress.Passes(warming.begun(), total);
    }

    /// Those of the crew's own, and the one for which they were made.
    private static int passes(Experiment experiment) {
        return 1 + experiment.knobs().warmUp();
    }

    /// Asks it to end: the run that goes on counts no more, those before it do.
    public void stop() {
        stopping = true;
        Runnable stop = stopCurrent;
        if (stop != null) {
            stop.run();
        }
    }

    /// Does the whole study; may be called once.
    ///
    /// @throws RunException if the first of the runs cannot be carried out
    /// @throws InterruptedException if the calling thread was interrupted
    public StudyResult carryOut() throws RunException, InterruptedException {
        NoiseProbe before = NoiseProbe.now();
        Optional<RunException> failure = Optional.empty();
        try {
            warmUp();
            measure();
        } catch (RunException e) {
            if (done.isEmpty()) {
                throw e;
            }
            failure = Optional.of(e); // what has been measured is not lost
        } finally {
            stopCurrent = null;
            tell(Part.OVER, Optional.empty(), Optional.empty());
        }
        boolean stopped = stopping && done.size() < study.runs();
        return new StudyResult(study, done, before, NoiseProbe.now(), stopped, failure);
    }

    private void warmUp() throws RunException, InterruptedException {
        long begun = System.nanoTime();
        warmUpBegun = begun;
        int made = 0;
        for (Experiment each : warmUp) {
            if (stopping || System.nanoTime() - begun > MOST_WARM_UP.toNanos()) {
                return;
            }
            carryOut(each, Part.WARMING_UP, Optional.empty());
            made += passes(each);
            warming = new Warming(made, Optional.empty());
        }
    }

    private void measure() throws RunException, InterruptedException {
        long begun = System.nanoTime();
        List<List<Integer>> rounds = study.rounds();
        for (int round = 0; round < rounds.size(); round++) {
            for (int setting : rounds.get(round)) {
                if (stopping) {
                    return;
                }
                Optional<RunResult> result =
                        carryOut(study.settings().get(setting), Part.MEASURING, left(begun));
                if (result.isPresent() && !result.get().stopped()) {
                    done.add(new StudyResult.Done(round, setting, marked(result.get(), round)));
                }
            }
        }
    }

    private RunResult marked(RunResult result, int round) {
        return study.id().isEmpty()
                ? result
                : result.knowing(
                        List.of(new StudyMark(study.id(), round + 1, study.repeats()).fact()));
    }

    /// By what the runs so far took; settings differ, so a whole round must be over.
    private Optional<Duration> left(long begun) {
        int over = done.size();
        if (over < study.settings().size()) {
            return Optional.empty();
        }
        long each = (System.nanoTime() - begun) / over;
        return Optional.of(Duration.ofNanos(each * (study.runs() - over)));
    }

    /// @return empty if the study was stopped before this run had prepared its output folder
    private Optional<RunResult> carryOut(Experiment experiment, Part part, Optional<Duration> left)
            throws RunException, InterruptedException {
        return study.cold()
                ? cold(experiment, part, left)
                : here(experiment, part, left).map(result -> result.knowing(Machine.facts()));
    }

    private Optional<RunResult> cold(Experiment experiment, Part part, Optional<Duration> left)
            throws RunException, InterruptedException {
        var run = new ColdRun(experiment);
        begin(run::stop, experiment, part, left);
        return run.carryOut();
    }

    private Optional<RunResult> here(Experiment experiment, Part part, Optional<Duration> left)
            throws RunException, InterruptedException {
        var run = new Run(experiment);
        if (part == Part.WARMING_UP) {
            warming = new Warming(warming.over(), Optional.of(run));
        }
        begin(run::stop, experiment, part, left);
        try {
            return Optional.of(run.carryOut());
        } catch (RunException e) {
            if (stopping) { // that it did not get ready is what was asked for
                return Optional.empty();
            }
            throw e;
        }
    }

    private void begin(Runnable stop, Experiment experiment, Part part, Optional<Duration> left) {
        stopCurrent = stop;
        if (stopping) { // asked meanwhile, when the run was not there to be stopped
            stop.run();
        }
        tell(part, left, Optional.of(experiment));
    }

    private void tell(Part part, Optional<Duration> left, Optional<Experiment> setting) {
        progress = new StudyProgress(part, done.size(), study.runs(), left, setting, passes());
    }
}
