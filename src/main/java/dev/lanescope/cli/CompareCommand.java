package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;

/// `lanescope compare FOLDER`: the same folder under several models and numbers of workers, taking
/// turns, and what is faster, how sure that is, and where the speed-up went.
@Command(
        name = "compare",
        description =
                "Render a folder under several models, taking turns, and say which is faster, how"
                        + " sure that is, and where the rest of the speed-up went.")
final class CompareCommand implements Callable<Integer> {

    private static final String BASELINE = "sequential";

    @Parameters(paramLabel = "FOLDER", description = "The folder of Markdown pages; only read.")
    private Path folder = Path.of("");

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

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each setting runs. Default: 5, the least for an interval.")
    private int repeats = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How often the workers of each run do the pages unrecorded before. Default: 1.")
    private int warmUp = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the order in which the settings take turns. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the site goes: a new or empty folder, or one that Lanescope made."
                            + " Default: a folder in the user's cache.")
    private @Nullable Path out;

    @Option(names = "--drafts", description = "Render pages with `draft: true` too.")
    private boolean drafts;

    @Mixin private final RenderOptions look = new RenderOptions();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    private final Streams streams;
    private final CtrlC ctrlC;

    CompareCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public Integer call() throws Exception {
        TerminalException.within("--repeats", repeats, 1, Study.MOST_REPEATS);
        TerminalException.within("--warm-up", warmUp, 0, Knobs.MOST_PASSES);
        List<Choice> choices = choices();
        RenderSettings settings = look.settings();
        Streams watched = json ? streams.still() : streams;
        Site site = Scan.of(folder, new ScanSettings(drafts), watched);
        Path output = out == null ? Workspace.outputFor(site) : out.toAbsolutePath().normalize();
        List<Experiment> experiments = new ArrayList<>();
        for (Choice choice : choices) {
            experiments.add(
                    new Experiment(site, output, choice.model(), choice.workers(), settings, true)
                            .with(Knobs.STANDARD.withWarmUp(warmUp))
                            .watchingJvm(true));
        }
        var study = new Study(experiments, repeats, seed);
        if (!json) {
            streams.out().println(announcement(site, study));
            streams.out().println();
        }
        StudyResult result = carryOut(new StudyRun(study), watched);
        if (json) {
            Json.print(CompareJson.of(result), streams.out());
        } else {
            new StudyReport(result).print(streams.out());
        }
        SiteRemarks.failures(result.runs().getLast().result(), streams.err());
        boolean all = result.runs().stream().allMatch(run -> run.result().failures().isEmpty());
        return (all ? ExitCode.ALL_CAME_OUT : ExitCode.SOME_FAILED).number();
    }

    /// Each model with each number of workers that it takes, the baseline first.
    private List<Choice> choices() throws TerminalException {
        var choices = new LinkedHashSet<Choice>();
        choices.add(Choice.of(BASELINE, null));
        for (String model : models) {
            Choice usual = Choice.of(model.strip(), null);
            if (workers.isEmpty() || usual.model().workers().isFixed()) {
                choices.add(usual);
                continue;
            }
            for (int number : workers) {
                choices.add(Choice.of(model.strip(), number));
            }
        }
        return List.copyOf(choices);
    }

    private StudyResult carryOut(StudyRun run, Streams watched) throws Exception {
        ctrlC.ends(run::stop, 1_000);
        try (var _ = new ProgressLine(watched, () -> StudyText.of(run.progress()))) {
            StudyResult result = run.carryOut();
            if (result.stopped()) {
                throw new TerminalException(
                        ExitCode.INTERRUPTED,
                        "stopped after "
                                + result.runs().size()
                                + " of "
                                + Amounts.count(run.study().runs(), "run"));
            }
            return result;
        }
    }

    private static String announcement(Site site, Study study) {
        return site.name()
                + ": "
                + Amounts.count(site.pages().size(), "page")
                + ", "
                + Amounts.bytes(site.bytes())
                + " of Markdown; "
                + Amounts.count(study.settings().size(), "setting")
                + " take turns in "
                + Amounts.count(study.repeats(), "round")
                + ", order of seed "
                + study.seed();
    }
}
