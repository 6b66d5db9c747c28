package dev.lanescope.cli;

import dev.lanescope.exchange.report.Report;
import dev.lanescope.exchange.report.ReportFormat;
import dev.lanescope.trace.TraceFileException;

import java.nio.file.Path;
import java.util.Optional;

/// A file that a report is to be written into. It is checked before the runs, because a study whose
/// report cannot be written is a study lost.
record ReportTarget(Path file, ReportFormat format) {

    /// Checks the place that the user wants.
    ///
    /// @param output the folder for the site, which every run empties, if there are runs
    static ReportTarget in(Path wanted, Optional<Path> output, boolean overwrite)
            throws TerminalException {
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

    void write(Report report) throws TerminalException {
        try {
            report.write(file, format);
        } catch (TraceFileException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
    }
}
