package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.study.StudyResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// `lanescope sweep FOLDER`: the same folder under one model with ever more workers, and which law
/// describes what that brings.
@Command(
        name = "sweep",
        description =
                "Render a folder under one model with different numbers of workers, taking turns,"
                        + " and say how it scales.")
final class SweepCommand implements Callable<Integer> {

    @Mixin private final ModelOption model = new ModelOption();

    @Option(
            names = "--workers",
            paramLabel = "N,...",
            split = ",",
            description =
                    "How many workers; 1 is always among them if the model takes it. Default: 1 to"
                            + " twice the processors.")
    private List<Integer> workers = List.of();

    @Mixin private final StudyOptions options = new StudyOptions();

    private final Streams streams;
    private final CtrlC ctrlC;

    SweepCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public Integer call() throws Exception {
        var job = new StudyJob(options, options.look, plan(), streams, ctrlC);
        StudyResult result = job.carryOut();
        Comparison comparison = result.comparison();
        Scaling scaling = Sweep.of(comparison, modelId(), result.before().processors()).scaling();
        if (options.json) {
            Json.print(SweepJson.of(result, comparison, scaling, modelId()), streams.out());
        } else {
            new SweepReport(result, comparison, scaling).print(streams.out());
        }
        return job.keep(result, comparison, Optional.of(scaling)).number();
    }

    /// Without the runtime.
    private String modelId() throws TerminalException {
        return Choice.of(model.id(), null).id();
    }

    private StudyPlan plan() throws TerminalException {
        Choice usual = Choice.of(model.id(), null);
        if (usual.model().workers().isFixed()) {
            throw TerminalException.badInput(
                    model.id()
                            + " always has the same number of workers, so there is nothing to"
                            + " sweep: "
                            + usual.model().workers().why()
                            + ".");
        }
        var numbers = new TreeSet<Integer>(workers);
        if (workers.isEmpty()) {
            int most = 2 * Runtime.getRuntime().availableProcessors();
            IntStream.rangeClosed(1, most)
                    .filter(usual.model().workers()::contains)
                    .forEach(numbers::add);
        }
        if (usual.model().workers().contains(1)) {
            numbers.add(1);
        }
        return options.plan(StudyPlan.Verb.SWEEP, List.of(model.id()), List.copyOf(numbers));
    }
}
