package dev.lanescope.cli;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Run;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.TraceLog;
import dev.lanescope.trace.WholeFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file in which a trace is to be kept: in the format of another tool if its ending asks for it,
/// otherwise in ours. It is checked before the run, because a run that fails at its very end is a
/// run lost.
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

    /// Completes what was written down of a run; for another tool it is written anew.
    void finish(TraceLog log, Snapshot trace) throws TerminalException, InterruptedException {
        try {
            if (ExportFormat.byFile(file).isPresent()) {
                log.close();
                write(trace);
                WholeFile.discard(part());
            } else {
                finishOrWriteAnew(log, described(trace));
            }
        } catch (TraceFileException e) {
            throw notKept(e);
        }
    }

    /// What could not be written down while the run went on is still in memory.
    private void finishOrWriteAnew(TraceLog log, Snapshot trace)
            throws TraceFileException, InterruptedException {
        try {
            log.finish(trace);
        } catch (TraceFileException e) {
            try {
                TraceFile.write(trace, file);
                WholeFile.discard(part());
            } catch (TraceFileException _) {
                throw e;
            }
        }
    }

    /// Where the beginning of a run lies that did not come to its end.
    Path part() {
        return TraceLog.partOf(file);
    }

    /// Writes a whole run.
    void write(Snapshot trace) throws TerminalException {
        Optional<ExportFormat> other = ExportFormat.byFile(file);
        try {
            if (other.isPresent()) {
                TraceExport.write(described(trace), other.get(), file);
            } else {
                TraceFile.write(described(trace), file);
            }
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
