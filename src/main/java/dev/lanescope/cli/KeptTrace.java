package dev.lanescope.cli;

import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Run;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.TraceLog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file in which a trace is to be kept. It is checked before the run, because a run that fails at
/// its very end is a run lost.
record KeptTrace(Path file) {

    /// Checks the place that the user wants.
    ///
    /// @param output the folder for the site, which every run empties
    static KeptTrace in(Path wanted, Path output) throws TerminalException {
        Path file = wanted.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw TerminalException.badInput(
                    file + " is a folder; give the trace file a name in it.");
        }
        if (file.startsWith(output)) {
            throw TerminalException.badInput(
                    file
                            + " lies in the output folder, which every run empties;"
                            + " choose another place for the trace.");
        }
        if (!Files.isDirectory(folder)) {
            throw TerminalException.badInput(
                    "The folder " + folder + " for the trace does not exist; make it first.");
        }
        if (!Files.isWritable(folder)) {
            throw TerminalException.badInput(
                    "The folder " + folder + " for the trace cannot be written; choose another.");
        }
        if (Files.exists(file) && !file.toString().endsWith("." + TraceFile.EXTENSION)) {
            throw TerminalException.badInput(
                    file
                            + " exists and is not called *."
                            + TraceFile.EXTENSION
                            + ", so it is not overwritten; choose another name.");
        }
        return new KeptTrace(file);
    }

    /// Begins to write down a run while it goes on.
    TraceLog follow(Run run) {
        return TraceLog.begin(file, () -> run.snapshot().map(KeptTrace::described));
    }

    /// Completes what was written down of a run.
    void finish(TraceLog log, Snapshot trace) throws TerminalException, InterruptedException {
        try {
            log.finish(described(trace));
        } catch (TraceFileException e) {
            throw notKept(e);
        }
    }

    /// Where the beginning of a run lies that did not come to its end.
    Path part() {
        return TraceLog.partOf(file);
    }

    void write(Snapshot trace) throws TerminalException {
        try {
            TraceFile.write(described(trace), file);
        } catch (TraceFileException e) {
            throw notKept(e);
        }
    }

    private static TerminalException notKept(TraceFileException e) {
        return new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
    }

    private static Snapshot described(Snapshot trace) {
        return trace.withFacts(Machine.facts())
                .withFacts(List.of(new Fact("Lanescope", Version.number())));
    }
}
