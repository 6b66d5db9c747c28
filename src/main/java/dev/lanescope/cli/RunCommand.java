package dev.lanescope.cli;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.OutputLock;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// `lanescope run FOLDER`: renders a folder under one model and accounts for the time.
final class RunCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(this, "run", "Render a folder of Markdown and account for the time.");

    private static final int MOST_REPEATS = 1_000;

    private final Given<Path> trace =
            sheet.path("--trace", "FILE", "Keep the trace (of the median run) in this file.");

    private final Given<Boolean> force =
            sheet.flag("--force", "Overwrite a file that is no trace of ours with the trace.");

    private final Given<Integer> repeat =
            sheet.number(
                            "--repeat",
                            "N",
                            "Run so many times and tell median and spread. Default: 1.")
                    .or(1);

    private final Given<Boolean> incremental =
            sheet.flag(
                    "--incremental",
                    "Keep the pages of the last run that would come out the same; no measurement.");

    private final Given<Boolean> jvm =
            sheet.flag(
                    "--jvm",
                    "Watch the JVM as well: collections, other stops, compilations, heap, processors.");

    private final TargetOptions target = new TargetOptions(sheet);

    private final KnobOptions knobs = new KnobOptions(sheet);

    private final RenderOptions look = new RenderOptions(sheet);

    private final Given<Boolean> json =
            sheet.flag("--json", "Print one JSON object instead of text.");

    private final Streams streams;
    private final CtrlC ctrlC;

    RunCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        TerminalException.within("--repeat", repeat.get(), 1, MOST_REPEATS);
        if (incremental.get() && (knobs.warmUp() || repeat.get() > 1 || trace.isThere())) {
            throw TerminalException.badInput(
                    "--incremental is no measurement: leave out --warm-up, --repeat and --trace.");
        }
        Choice choice = target.choice();
        RenderSettings settings = look.settings();
        Streams watched = json.get() ? streams.still() : streams;
        Site site = target.scan(watched);
        Path output = target.output(site);
        Optional<KeptTrace> kept =
                trace.isThere()
                        ? Optional.of(KeptTrace.in(trace.get(), output, force.get()))
                        : Optional.empty();
        var conductor = new Conductor(watched, ctrlC);
        Repeats repeats = carryOut(conductor, experiment(site, output, choice, settings), kept);
        print(site, repeats, kept.map(KeptTrace::file));
        return repeats.exitCode().number();
    }

    private Experiment experiment(Site site, Path output, Choice choice, RenderSettings settings)
            throws TerminalException {
        var full =
                new Experiment(site, output, choice.model(), choice.workers(), settings, true)
                        .with(knobs.knobs(choice.model(), site))
                        .watchingJvm(jvm.get());
        return incremental.get() ? full.incrementally() : full;
    }

    private Repeats carryOut(Conductor conductor, Experiment experiment, Optional<KeptTrace> kept)
            throws RunException, TerminalException, InterruptedException {
        if (kept.isEmpty()) {
            return repeats(experiment, what -> conductor.carryOut(experiment, what));
        }
        KeptTrace file = kept.get();
        try (OutputLock _ = file.lock()) {
            Repeats repeats =
                    repeats(experiment, what -> conductor.carryOut(experiment, what, file));
            if (repeat.get() > 1) { // that of the last run is there
                file.write(repeats.trace());
            }
            return repeats;
        }
    }

    /// One run, by the words for its progress line.
    private interface OneRun {
        RunResult carryOut(String what)
                throws RunException, TerminalException, InterruptedException;
    }

    private Repeats repeats(Experiment experiment, OneRun run)
            throws RunException, TerminalException, InterruptedException {
        int times = repeat.get();
        var runs = new ArrayList<RunResult>();
        for (int number = 1; number <= times; number++) {
            runs.add(run.carryOut(times == 1 ? "rendering" : "run " + number + " of " + times));
        }
        return new Repeats(experiment, runs);
    }

    private void print(Site site, Repeats repeats, Optional<Path> traceFile) {
        if (json.get()) {
            Json.print(RunJson.of(site, repeats, traceFile), streams.out());
        } else if (incremental.get()) {
            IncrementalReport.print(site, repeats.median(), streams.out());
        } else {
            new RunReport(site, repeats, traceFile).print(streams.out());
        }
        SiteRemarks.failures(repeats.median(), streams.err());
    }
}
