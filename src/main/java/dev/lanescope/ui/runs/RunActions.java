package dev.lanescope.ui.runs;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.ui.session.RunRecord;

/// What can be done with a run besides looking at it.
public interface RunActions {

    /// Opens the rendered site in the browser.
    void openSite(RunRecord record);

    /// Asks for a file and saves the trace.
    void saveTrace(RunRecord record);

    /// Asks for a file and writes the trace for another tool.
    void exportTrace(RunRecord record, ExportFormat format);

    /// Asks for a file and keeps what can be seen of the run's lanes as vectors.
    void exportSvg(RunRecord record);

    /// Asks for a file and keeps what can be seen of the run's lanes as pixels.
    void exportPng(RunRecord record);

    void delete(RunRecord record);

    /// Asks for a saved trace and opens it.
    void openTrace();
}
