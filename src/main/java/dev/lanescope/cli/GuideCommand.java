package dev.lanescope.cli;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuidePaper;
import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.claims.guide.StepState;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.exchange.report.Paper;
import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.TraceFileException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `lanescope guide [FOLDER]`: a plan of research that others made, step by step, where each stands
/// here, and with `--step` what it takes to do it.
final class GuideCommand implements Command {

    private static final String ALL = "all";

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "guide",
                    "Go through a study that others planned, step by step, and say how it ends here.");

    private final Given<Path> folder =
            sheet.placeIfAny("FOLDER", "The folder of Markdown pages; only read.");

    private final Given<String> study =
            sheet.text(
                            "--study",
                            "ID",
                            "Which one: `feasibility` of isolated interpreters, or `jit`. Default:"
                                    + " feasibility.")
                    .or(Guide.FEASIBILITY.id());

    private final Given<String> step =
            sheet.text(
                    "--step",
                    "N",
                    "Do this step, by its number or name, or `all` that are not done, and keep what"
                            + " comes out.");

    private final Given<List<Path>> reports =
            sheet.eachPath(
                    "--report",
                    "FILE",
                    "Write a report to hand to somebody: *.html in one file, or *.md. May be given"
                            + " several times.");

    private final Given<Boolean> force = sheet.flag("--force", "Overwrite files that are there.");

    private final Given<Boolean> json = sheet.flag("--json", "Print one JSON object.");

    private final Streams streams;
    private final CtrlC ctrlC;

    GuideCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        folder.or(Workspace.sampleContent());
        Guide guide = guide();
        List<ReportTarget> targets = new ArrayList<>();
        for (Path report : reports.get()) {
            targets.add(ReportTarget.in(report, Optional.empty(), force.get()));
        }
        List<Step> named = named(guide);
        Streams watched = json.get() ? streams.still() : streams;
        Site site = Scan.of(folder.get(), new ScanSettings(false), watched);
        Here here = Here.with(site);
        var job = new GuideJob(guide, site, here, watched, ctrlC);
        if (isAll()) {
            named = open(job.state(ClaimsCommand.kept()));
        } else {
            refuse(named, here);
        }
        for (Step each : named) {
            if (!json.get()) {
                streams.out().println(Plain.of(each.title() + ": " + GuideText.takes(each, here)));
            }
            job.carryOut(each);
        }
        if (!named.isEmpty() && !json.get()) {
            streams.out().println();
        }
        tell(job, targets);
        return ExitCode.ALL_CAME_OUT.number();
    }

    private Guide guide() throws TerminalException {
        List<String> ids = Arrays.stream(Guide.values()).map(Guide::id).toList();
        return Guide.byId(study.get())
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "there is no study '"
                                        + study.get()
                                        + "'; there are "
                                        + String.join(" and ", ids)
                                        + "."
                                        + Nearest.question(study.get(), ids)));
    }

    /// The step that was asked for; none if none was, or all were.
    private List<Step> named(Guide guide) throws TerminalException {
        if (!step.isThere() || isAll()) {
            return List.of();
        }
        String wanted = step.get().strip();
        List<Step> steps = guide.steps();
        for (int number = 1; number <= steps.size(); number++) {
            Step each = steps.get(number - 1);
            if (wanted.equals(each.id()) || wanted.equals(Integer.toString(number))) {
                if (each.isConclusion()) {
                    throw TerminalException.badInput(
                            each.title() + " follows from the steps before it; do those.");
                }
                return List.of(each);
            }
        }
        List<String> ids = steps.stream().map(Step::id).toList();
        throw TerminalException.badInput(
                "there is no step '"
                        + wanted
                        + "'; there are "
                        + String.join(", ", ids)
                        + ", and all."
                        + Nearest.question(wanted, ids));
    }

    private boolean isAll() {
        return step.isThere() && step.get().strip().equals(ALL);
    }

    /// Those that can be done and are not.
    private static List<Step> open(GuideState state) {
        return state.guide().steps().stream()
                .filter(each -> !each.isConclusion())
                .filter(each -> state.state(each) instanceof StepState.NotBegun)
                .toList();
    }

    private static void refuse(List<Step> named, Here here) throws TerminalException {
        for (Step each : named) {
            Optional<String> obstacle = each.obstacle(here);
            if (obstacle.isPresent()) {
                throw TerminalException.badInput(
                        each.title() + " cannot be done here. " + obstacle.get());
            }
        }
    }

    private void tell(GuideJob job, List<ReportTarget> targets) throws TerminalException {
        EvidenceBook.Contents kept = ClaimsCommand.kept();
        GuideState state = job.state(kept);
        if (json.get()) {
            Json.print(GuideJson.of(state), streams.out());
        } else {
            new GuideText(state).print(streams.out());
        }
        kept.complaints().forEach(each -> streams.err().println(Plain.of(each)));
        state.record().complaint().ifPresent(each -> streams.err().println(Plain.of(each)));
        Paper paper = GuidePaper.of(state);
        for (ReportTarget target : targets) {
            try {
                paper.write(target.file(), target.format());
            } catch (TraceFileException e) {
                throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
            }
            if (!json.get()) {
                streams.out().println(Plain.of("The report is " + target.file()));
            }
        }
    }
}
