package dev.lanescope.ui.session;

import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Writes a trace to a file.
public interface TraceToFile {
    void write(Snapshot trace, Path file) throws IOException;

    /// One sentence about what the file has no place for; empty if there is nothing of that.
    default Optional<String> leavesOut(Snapshot trace) {
        return Optional.empty();
    }

    /// What people are told when it is written.
    default String told(int run, Path file, Snapshot trace) {
        String saved = "Saved run #" + run + " as " + file;
        return leavesOut(trace).map(left -> saved + ". " + left).orElse(saved);
    }
}
