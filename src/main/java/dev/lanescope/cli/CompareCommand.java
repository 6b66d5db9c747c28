package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.study.StudyResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `lanescope compare FOLDER`: the same folder under several models and numbers of workers, taking
/// turns, and what is faster, how sure that is, and where the speed-up went.
@Command(
        name = "compare",
        description =
                "Render a folder under several models, taking turns, and say which is faster, how"
                        + " sure that is, and where the rest of the speed-up went.")
final class CompareCommand implements Callable<Integer> {

    @Option(
            names = "--models",
            paramLabel = "ID,...",
            split = ",",
            defaultValue = "fixed-pool,work-stealing,virtual-threads",
            description =
                    "Who does the work; `models` lists them. sequential is always among them, as the"
                            + " baseline. Default: ${DEFAULT-VALUE}.")
    private List<String> models = List.of();

    @Option(
            names = "--workers",
            paramLabel = "N,...",
            split = ",",
            description = "How many workers. Default: one per processor, if the model allows it.")
    private List<Integer> workers = List.of();

    @Mixin private final StudyOptions options = new StudyOptions();

    private final Streams streams;
    private final CtrlC ctrlC;

    CompareCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public Integer call() throws Exception {
        var plan = options.plan(StudyPlan.Verb.COMPARE, models, workers);
        var job = new StudyJob(options, plan, streams, ctrlC);
        StudyResult result = job.carryOut();
        Comparison comparison = result.comparison();
        Circumstances circumstances = job.circumstances(result);
        if (options.json) {
            Json.print(CompareJson.of(comparison, circumstances), streams.out());
        } else {
            new StudyReport(comparison, circumstances, options.folder.path().toString())
                    .print(streams.out());
        }
        return job.keep(result, comparison, Optional.empty()).number();
    }
}
