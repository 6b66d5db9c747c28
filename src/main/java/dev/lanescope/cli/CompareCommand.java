package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.exchange.report.Report;
import dev.lanescope.study.StudyResult;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `lanescope compare FOLDER`: the same folder under several models and numbers of workers, taking
/// turns, and what is faster, how sure that is, and where the speed-up went. With `--open` a study
/// from a file, with `--again` such a study done here, and with `--gate` an exit code that says
/// whether it takes longer than it did.
final class CompareCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "compare",
                    "Render a folder under several models, taking turns, and say which is faster, how"
                            + " sure that is, and where the rest of the speed-up went.");

    /// What goes beside a study from a file.
    private static final Set<String> BESIDE_OPEN =
            Set.of("--open", "--json", "--report", "--force");

    private static final Set<String> BESIDE_AGAIN =
            Set.of("--again", "--gate", "--json", "--report", "--force", "--out", "--bundle");

    private final Given<List<String>> models =
            sheet.texts(
                            "--models",
                            "ID,...",
                            "Who does the work; `models` lists them. sequential is always among them, as the"
                                    + " baseline. Default: fixed-pool,work-stealing,virtual-threads.")
                    .or(List.of("fixed-pool", "work-stealing", "virtual-threads"));

    private final Given<List<Integer>> workers =
            sheet.numbers(
                    "--workers",
                    "N,...",
                    "How many workers. Default: one per processor, if the model allows it.");

    private final Given<Path> open =
            sheet.path(
                    "--open",
                    "FILE",
                    "Check a bundle that `--bundle` wrote, and show its study; nothing is run.");

    private final Given<Path> again =
            sheet.path(
                    "--again",
                    "FILE",
                    "Do the study of a bundle again, on this machine and with this folder, and show"
                            + " both side by side.");

    private final Given<String> gate =
            sheet.text(
                    "--gate",
                    "PERCENT",
                    "Beside --again: end with code 4 if anything takes longer than in the bundle by more"
                            + " than this, such as 10%, and with code 5 if nobody can tell.");

    private final StudyOptions options = new StudyOptions(sheet);

    private final Streams streams;
    private final CtrlC ctrlC;

    CompareCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        if (open.isThere()) {
            return show(open.get());
        }
        if (again.isThere()) {
            return doAgain();
        }
        if (gate.isThere()) {
            throw TerminalException.badInput(
                    "--gate holds a study against one that was kept: name that with --again FILE.");
        }
        var job = new StudyJob(options, options.look, plan(), streams, ctrlC);
        StudyResult result = job.carryOut();
        Comparison comparison = result.comparison();
        Circumstances circumstances = job.circumstances(result);
        print(comparison, circumstances, options.content());
        return job.keep(result, new Report(comparison, circumstances, Optional.empty())).number();
    }

    private int doAgain() throws Exception {
        only("--again", BESIDE_AGAIN);
        var before =
                StudyAgain.of(
                        StudyBundle.open(again.get()),
                        gate.isThere()
                                ? Optional.of(PercentText.parse("--gate", gate.get()))
                                : Optional.empty());
        var job = new StudyJob(options, before.look(), before.plan(), streams, ctrlC);
        StudyResult result = job.carryOut();
        Comparison comparison = result.comparison();
        Circumstances circumstances = job.circumstances(result);
        Optional<GateReport> judged = before.gate(comparison, circumstances);
        var both = new AgainReport(before.there(), comparison);
        if (options.json.get()) {
            Json.print(
                    both.both(
                            CompareJson.of(before.there(), before.circumstances()),
                            CompareJson.of(comparison, circumstances),
                            judged.map(GateReport::gate)),
                    streams.out());
        } else {
            print(comparison, circumstances, options.content());
            both.print(streams.out());
        }
        ExitCode kept = job.keep(result, new Report(comparison, circumstances, Optional.empty()));
        if (!options.json.get()) {
            judged.ifPresent(each -> each.print(streams.out()));
        }
        return (kept == ExitCode.ALL_CAME_OUT
                        ? judged.map(GateReport::exitCode).orElse(kept)
                        : kept)
                .number();
    }

    private StudyPlan plan() throws TerminalException {
        StudyPlan plan = options.plan(StudyPlan.Verb.COMPARE, models.get(), workers.get());
        return options.repeats.isThere() ? plan : plan.withEnoughRepeats();
    }

    private void print(Comparison comparison, Circumstances circumstances, String folder) {
        if (options.json.get()) {
            Json.print(CompareJson.of(comparison, circumstances), streams.out());
        } else {
            new StudyReport(comparison, circumstances, folder).print(streams.out());
        }
    }

    /// Shows a study from a file. That its results are not what its traces give is bad input.
    private int show(Path file) throws TerminalException, InterruptedException {
        only("--open", BESIDE_OPEN);
        if (options.folder.isThere()) {
            throw TerminalException.badInput(
                    "--open shows what is in the file: leave the folder out, or take --again.");
        }
        var reports = new ArrayList<ReportTarget>();
        for (Path report : options.reports.get()) {
            reports.add(ReportTarget.in(report, Optional.empty(), options.force.get()));
        }
        StudyBundle study = StudyBundle.open(file);
        Comparison comparison = study.opened().bundle().comparison();
        List<String> differences = study.opened().differences();
        if (!options.json.get()) {
            streams.out().println(Plain.of(heading(study)));
            streams.out().println();
        }
        print(comparison, study.circumstances(), study.content());
        differences.forEach(why -> streams.err().println("NOT VERIFIED: " + Plain.of(why)));
        if (!options.json.get() && differences.isEmpty()) {
            streams.out().println();
            streams.out()
                    .println(
                            "Verified: every part is what the manifest says, and the results are"
                                    + " those that the traces give.");
        }
        for (ReportTarget report : reports) {
            report.write(new Report(comparison, study.circumstances(), Optional.empty()));
        }
        return (differences.isEmpty() ? ExitCode.ALL_CAME_OUT : ExitCode.BAD_INPUT).number();
    }

    private static String heading(StudyBundle study) throws TerminalException {
        return study.content()
                + ": a study of "
                + study.opened().bundle().traces().size()
                + " runs, by Lanescope "
                + study.circumstances().version()
                + ", "
                + study.circumstances().written();
    }

    /// Refuses what would be ignored.
    private void only(String option, Set<String> beside) throws TerminalException {
        for (String given : sheet.given()) {
            if (!beside.contains(given)) {
                throw TerminalException.badInput(
                        option + " takes its settings from the file: leave " + given + " out.");
            }
        }
    }
}
