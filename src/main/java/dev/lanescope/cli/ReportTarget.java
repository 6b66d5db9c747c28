package dev.lanescope.cli;

import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.exchange.report.Report;
import dev.lanescope.exchange.report.ReportFormat;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.TraceFileException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A file that a report is to be written into. It is checked before the runs, because a study whose
/// report cannot be written is a study lost.
record ReportTarget(Path file, ReportFormat format) {

    /// Checks the place that the user wants.
    ///
    /// @param output the folder for the site, which every run empties
    static ReportTarget in(Path wanted, Path output, boolean overwrite) throws TerminalException {
        Path file = NewFile.checked(wanted, output, overwrite);
        ReportFormat format =
                ReportFormat.byFile(file)
                        .orElseThrow(() ->
                                TerminalException.badInput(
                                        "the ending of "
                                                + file.getFileName()
                                                + " does not tell what the report is to be; call"
                                                + " it *.html or *.md."));
        return new ReportTarget(file, format);
    }

    /// How the runs of a study came about.
    private static Circumstances circumstances(StudyResult result, StudyPlan plan) {
        String content = result.study().settings().getFirst().site().name();
        return new Circumstances(
                plan.repeats(),
                plan.seed(),
                probe(result.before()),
                probe(result.after()),
                plan.command(content),
                Version.number(),
                Instant.now());
    }

    private static Circumstances.Probe probe(NoiseProbe probe) {
        return new Circumstances.Probe(probe.words(), probe.isQuiet());
    }

    void write(StudyResult result, StudyPlan plan, Optional<Scaling> scaling)
            throws TerminalException {
        try {
            new Report(result.comparison(), circumstances(result, plan), scaling)
                    .write(file, format);
        } catch (TraceFileException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
    }
}
