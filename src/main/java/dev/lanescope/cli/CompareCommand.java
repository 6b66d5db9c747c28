package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
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

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a report to hand to somebody: *.html in one file, or *.md. May be given"
                            + " several times.")
    private List<Path> reports = List.of();

    @Option(names = "--force", description = "Overwrite files that are there.")
    private boolean force;

    private final Streams streams;
    private final CtrlC ctrlC;

    CompareCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public Integer call() throws Exception {
        var plan = new StudyPlan(models, workers, repeats, warmUp, seed, drafts, look.words());
        List<Choice> choices = plan.choices();
        RenderSettings settings = look.settings();
        Streams watched = json ? streams.still() : streams;
        Site site = Scan.of(folder, new ScanSettings(drafts), watched);
        Path output = out == null ? Workspace.outputFor(site) : out.toAbsolutePath().normalize();
        List<ReportTarget> targets = new ArrayList<>();
        for (Path report : reports) {
            targets.add(ReportTarget.in(report, output, force));
        }
        Study study = plan.study(choices, site, output, settings);
        if (!json) {
            streams.out().println(announcement(site, study));
            streams.out().println();
        }
        StudyResult result = carryOut(new StudyRun(study), watched);
        Comparison comparison = result.comparison();
        if (json) {
            Json.print(CompareJson.of(result), streams.out());
        } else {
            new StudyReport(result).print(streams.out());
        }
        for (ReportTarget target : targets) {
            target.write(comparison, ReportTarget.circumstances(result, plan));
            watched(target.file());
        }
        SiteRemarks.failures(result.runs().getLast().result(), streams.err());
        boolean all = result.runs().stream().allMatch(run -> run.result().failures().isEmpty());
        return (all ? ExitCode.ALL_CAME_OUT : ExitCode.SOME_FAILED).number();
    }

    private void watched(Path file) {
        if (!json) {
            streams.out().println();
            streams.out().println(Plain.of("The report is " + file));
        }
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
