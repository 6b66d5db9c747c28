package dev.lanescope.ui.session;

import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a trace to a file.
public interface TraceToFile {
    void write(Snapshot trace, Path file) throws IOException;
}
