package dev.lanescope.ui.runs;

import dev.lanescope.ui.session.RunRecord;

/// What can be done with a run besides looking at it.
public interface RunActions {

    /// Opens the rendered site in the browser.
    void openSite(RunRecord record);

    /// Asks for a file and saves the trace.
    void saveTrace(RunRecord record);

    void delete(RunRecord record);

    /// Asks for a saved trace and opens it.
    void openTrace();
}
