package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.exchange.bundle.Bundle;
import dev.lanescope.exchange.bundle.BundleFile;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.exchange.report.Report;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;
import dev.lanescope.trace.TraceFileException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A study from the terminal: everything that can be refused is refused before the first run.
final class StudyJob {

    /// How long the JVM is held after Ctrl-C, for what was measured to be printed.
    private static final long PATIENCE_MILLIS = 5_000;

    private final StudyOptions options;
    private final RenderOptions look;
    private final StudyPlan plan;
    private final Streams streams;
    private final CtrlC ctrlC;
    private final List<ReportTarget> reports = new ArrayList<>();
    private Optional<Path> bundle = Optional.empty();

    /// @param look how the site is to look
    StudyJob(
            StudyOptions options,
            RenderOptions look,
            StudyPlan plan,
            Streams streams,
            CtrlC ctrlC) {
        this.options = options;
        this.look = look;
        this.plan = plan;
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    /// Does all runs.
    StudyResult carryOut() throws Exception {
        List<Choice> choices = plan.choices();
        RenderSettings settings = look.settings();
        Streams watched = options.json.get() ? streams.still() : streams;
        Site site = Scan.of(options.folder(), new ScanSettings(plan.drafts()), watched);
        Path output = options.pages.output(site);
        if (options.bundle.isThere()) {
            bundle =
                    Optional.of(NewFile.checked(options.bundle.get(), output, options.force.get()));
        }
        for (Path report : options.reports.get()) {
            reports.add(ReportTarget.in(report, Optional.of(output), options.force.get()));
        }
        NewFile.expectDifferent(
                Stream.concat(bundle.stream(), reports.stream().map(ReportTarget::file)).toList());
        Study study = plan.study(choices, site, output, settings);
        tell(announcement(site, study));
        plan.objection(study.settings().size()).ifPresent(this::tell);
        tell("");
        return carryOut(new StudyRun(study), watched);
    }

    private StudyResult carryOut(StudyRun run, Streams watched) throws Exception {
        ctrlC.ends(run::stop, PATIENCE_MILLIS);
        try (var _ = new ProgressLine(watched, () -> run.progress().words(ConcurrencyModel::id))) {
            StudyResult result = run.carryOut();
            if (result.early().isPresent()
                    && (options.json.get()
                            || result.runs().size() < run.study().settings().size())) {
                throw early(result); // not even one round
            }
            return result.ofWholeRounds();
        }
    }

    private static TerminalException early(StudyResult result) {
        return new TerminalException(
                result.failure().isPresent() ? ExitCode.GIVEN_UP : ExitCode.INTERRUPTED,
                result.early().orElseThrow());
    }

    /// Writes what is to be kept of it.
    ///
    /// @param told what came of it, for reports
    ExitCode keep(StudyResult result, Report told) throws TerminalException, InterruptedException {
        Optional<TerminalException> unwritten = Optional.empty();
        for (ReportTarget report : reports) {
            try {
                report.write(told);
                tell("");
                tell("The report is " + report.file());
            } catch (TerminalException e) {
                unwritten = unwritten.or(() -> Optional.of(e)); // the others are not lost for it
            }
        }
        if (bundle.isPresent()) {
            write(
                    StudyBundle.of(asDone(result), circumstances(result), result.traces()),
                    bundle.get());
        }
        if (unwritten.isPresent()) {
            throw unwritten.get();
        }
        if (result.early().isPresent()) {
            throw early(result); // what there is has been printed and kept
        }
        SiteRemarks.failures(result.runs().getLast().result(), streams.err());
        boolean all = result.runs().stream().allMatch(run -> run.result().failures().isEmpty());
        return all ? ExitCode.ALL_CAME_OUT : ExitCode.SOME_FAILED;
    }

    private void write(Bundle study, Path file) throws TerminalException, InterruptedException {
        try {
            BundleFile.write(study, file, _ -> {});
        } catch (TraceFileException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
        tell("");
        tell("The bundle is " + file);
    }

    /// The plan with as many rounds as there were.
    private StudyPlan asDone(StudyResult result) {
        return result.early().isPresent() ? plan.withRepeats(result.wholeRounds()) : plan;
    }

    /// How its runs came about.
    Circumstances circumstances(StudyResult result) {
        String content = result.study().settings().getFirst().site().name();
        return new Circumstances(
                asDone(result).repeats(),
                plan.seed(),
                probe(result.before()),
                probe(result.after()),
                plan.command(content),
                Version.number(),
                Instant.now());
    }

    private static Optional<Circumstances.Probe> probe(NoiseProbe probe) {
        return Optional.of(
                new Circumstances.Probe(probe.processors(), probe.effective(), probe.isQuiet()));
    }

    private void tell(String words) {
        if (!options.json.get()) {
            streams.out().println(Plain.of(words));
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
