package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.exchange.report.Report;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.rules.RulesOfThumb;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// `lanescope sweep FOLDER`: the same folder under one model with ever more workers, and which law
/// describes what that brings.
final class SweepCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "sweep",
                    "Render a folder under one model with different numbers of workers, taking turns,"
                            + " and say how it scales.");

    private final ModelOption model = new ModelOption(sheet);

    private final Given<List<Integer>> workers =
            sheet.numbers(
                    "--workers",
                    "N,...",
                    "How many workers; 1 is always among them if the model takes it. Default: 1 to"
                            + " twice the processors.");

    private final Given<List<Integer>> processes =
            sheet.numbers(
                    "--processes",
                    "P,...",
                    "With --model hybrid or isolated-gil, a grid: how many processes or interpreters."
                            + " Default: 1 to the processors.");

    private final Given<List<Integer>> threads =
            sheet.numbers(
                    "--threads",
                    "T,...",
                    "The other side of the grid: how many threads in each. Default: 1 and 2.");

    private final StudyOptions options = new StudyOptions(sheet);

    private final Streams streams;
    private final CtrlC ctrlC;

    SweepCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        StudyPlan plan = plan();
        var job = new StudyJob(options, options.look, plan, streams, ctrlC);
        StudyResult result = job.carryOut();
        Comparison comparison = result.comparison();
        if (isGrid()) {
            return tellGrid(job, result, comparison);
        }
        Sweep sweep = Sweep.of(comparison, modelId(), result.before().processors());
        List<RuleCheck> rules =
                comparison.objections().isEmpty()
                        ? RulesOfThumb.checked(sweep, comparison)
                        : List.of();
        if (options.json.get()) {
            Json.print(
                    SweepJson.of(result, comparison, sweep.scaling(), rules, modelId()),
                    streams.out());
        } else {
            new SweepReport(result, comparison, sweep.scaling()).print(streams.out());
            if (!rules.isEmpty()) {
                new RulesReport(rules, sweep.scaling(), plan, options.content())
                        .print(streams.out());
            }
        }
        var report =
                new Report(
                        comparison,
                        job.circumstances(result),
                        Optional.of(sweep.scaling()),
                        rules,
                        Optional.empty());
        return job.keep(result, report).number();
    }

    private boolean isGrid() {
        return processes.isThere() || threads.isThere();
    }

    private int tellGrid(StudyJob job, StudyResult result, Comparison comparison)
            throws TerminalException, InterruptedException {
        Grid grid =
                Grid.allOf(comparison).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> TerminalException.badInput("nothing of the grid came out"));
        if (options.json.get()) {
            Json.print(GridJson.of(result, comparison, grid), streams.out());
        } else {
            new GridReport(result, comparison, grid).print(streams.out());
        }
        var report = new Report(comparison, job.circumstances(result), grid);
        return job.keep(result, report).number();
    }

    private StudyPlan gridPlan() throws TerminalException {
        if (workers.isThere()) {
            throw TerminalException.badInput(
                    "--workers is what --processes times --threads come to: leave it out.");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        var groups =
                new TreeSet<>(
                        !processes.isThere()
                                ? IntStream.rangeClosed(1, Math.max(2, cores)).boxed().toList()
                                : processes.get());
        var each = new TreeSet<>(threads.isThere() ? threads.get() : List.of(1, 2));
        if (groups.size() < 2 || each.size() < 2) {
            throw TerminalException.badInput(
                    "A grid takes at least two numbers each of --processes and --threads.");
        }
        return options.plan(
                StudyPlan.Verb.SWEEP, List.of(model.id()), List.copyOf(groups), List.copyOf(each));
    }

    /// Without the runtime.
    private String modelId() throws TerminalException {
        return Choice.of(model.id(), null).id();
    }

    private StudyPlan plan() throws TerminalException {
        if (isGrid()) {
            return gridPlan();
        }
        Choice usual = Choice.of(model.id(), null);
        if (usual.model().workers().isFixed()) {
            throw TerminalException.badInput(
                    model.id()
                            + " always has the same number of workers, so there is nothing to"
                            + " sweep: "
                            + usual.model().workers().why()
                            + ".");
        }
        var numbers = new TreeSet<Integer>(workers.get());
        if (!workers.isThere()) {
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
