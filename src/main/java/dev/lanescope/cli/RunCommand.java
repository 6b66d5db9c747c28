package dev.lanescope.cli;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.OutputLock;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `lanescope run FOLDER`: renders a folder under one model and accounts for the time.
@Command(
        name = "run",
        addMethodSubcommands = false,
        description = "Render a folder of Markdown and account for the time.")
final class RunCommand implements Callable<Integer> {

    private static final int MOST_REPEATS = 1_000;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Keep the trace (of the median run) in this file.")
    private @Nullable Path trace;

    @Option(
            names = "--force",
            description = "Overwrite a file that is no trace of ours with the trace.")
    private boolean force;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Run so many times and tell median and spread. Default: 1.")
    private int repeat = 1;

    @Option(
            names = "--incremental",
            description =
                    "Keep the pages of the last run that would come out the same; no measurement.")
    private boolean incremental;

    @Option(
            names = "--jvm",
            description =
                    "Watch the JVM as well: collections, other stops, compilations, heap, processors.")
    private boolean jvm;

    @Mixin private final TargetOptions target = new TargetOptions();

    @Mixin private final KnobOptions knobs = new KnobOptions();

    @Mixin private final RenderOptions look = new RenderOptions();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    private final Streams streams;
    private final CtrlC ctrlC;

    RunCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public Integer call() throws Exception {
        TerminalException.within("--repeat", repeat, 1, MOST_REPEATS);
        if (incremental && (knobs.warmUp() || repeat > 1 || trace != null)) {
            throw TerminalException.badInput(
                    "--incremental is no measurement: leave out --warm-up, --repeat and --trace.");
        }
        Choice choice = target.choice();
        RenderSettings settings = look.settings();
        Streams watched = json ? streams.still() : streams;
        Site site = target.scan(watched);
        Path output = target.output(site);
        Optional<KeptTrace> kept =
                trace == null ? Optional.empty() : Optional.of(KeptTrace.in(trace, output, force));
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
                        .watchingJvm(jvm);
        return incremental ? full.incrementally() : full;
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
            if (repeat > 1) { // that of the last run is there
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
        var runs = new ArrayList<RunResult>();
        for (int number = 1; number <= repeat; number++) {
            runs.add(run.carryOut(repeat == 1 ? "rendering" : "run " + number + " of " + repeat));
        }
        return new Repeats(experiment, runs);
    }

    private void print(Site site, Repeats repeats, Optional<Path> traceFile) {
        if (json) {
            Json.print(RunJson.of(site, repeats, traceFile), streams.out());
        } else if (incremental) {
            IncrementalReport.print(site, repeats.median(), streams.out());
        } else {
            new RunReport(site, repeats, traceFile).print(streams.out());
        }
        SiteRemarks.failures(repeats.median(), streams.err());
    }
}
