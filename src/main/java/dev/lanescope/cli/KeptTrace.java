package dev.lanescope.cli;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.OutputLock;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.TraceLog;
import dev.lanescope.trace.WholeFile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file in which a trace is to be kept: in the format of another tool if its ending asks for it,
/// otherwise in ours.
record KeptTrace(Path file) {

    /// Checks the place that the user wants. A trace of ours, or what a run has left of one, may be
    /// overwritten.
    ///
    /// @param output the folder for the site, which every run empties
    /// @param overwrite whether any other file may be lost
    static KeptTrace in(Path wanted, Path output, boolean overwrite) throws TerminalException {
        Path file =
                NewFile.checked(wanted, output, overwrite || TraceFile.holdsNothingElse(wanted));
        Path part = TraceLog.partOf(file);
        NewFile.checked(part, output, overwrite || TraceFile.holdsNothingElse(part));
        return new KeptTrace(file);
    }

    /// Keeps every other run away from the file, until that is closed.
    OutputLock lock() throws RunException {
        return OutputLock.takeFile(file);
    }

    /// Lets the JVM's own recording of a run be kept too, if it is wanted: beside the file, until
    /// both are one.
    void recordJvm(Run run) {
        if (isRecording() && run.experiment().jvmWatched()) {
            run.jvm().keepRecordingIn(jvmPart());
        }
    }

    /// What the JVM had recorded is in the file by now, or is not needed any more.
    void forgetJvm() {
        if (isRecording()) {
            WholeFile.discard(jvmPart());
        }
    }

    private boolean isRecording() {
        return ExportFormat.byFile(file).filter(ExportFormat.JFR::equals).isPresent();
    }

    private Path jvmPart() {
        Path whole = file.toAbsolutePath();
        return whole.resolveSibling(whole.getFileName() + ".jvm." + TraceFile.PART);
    }

    /// Begins to write down a run while it goes on.
    TraceLog follow(Run run) {
        return TraceLog.begin(file, () -> run.snapshot().map(KeptTrace::described));
    }

    /// Completes what was written down of a run; for another tool it is written anew.
    void finish(TraceLog log, Run run, Snapshot trace)
            throws TerminalException, InterruptedException {
        Optional<Instant> recordedSince = run.jvm().keptSince();
        try {
            if (recordedSince.isPresent()) {
                log.close();
                TraceExport.writeBeside(whole(trace), jvmPart(), recordedSince.get(), file);
                WholeFile.discard(part());
            } else if (ExportFormat.byFile(file).isPresent()) {
                log.close();
                write(trace);
                WholeFile.discard(part());
            } else {
                finishOrWriteAnew(log, whole(trace));
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
                TraceExport.write(whole(trace), other.get(), file);
            } else {
                TraceFile.write(whole(trace), file);
            }
        } catch (TraceFileException e) {
            throw notKept(e);
        }
    }

    private static TerminalException notKept(TraceFileException e) {
        return new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
    }

    /// A run that is over, with how noisy the machine is.
    private static Snapshot whole(Snapshot trace) {
        return described(trace).withFacts(NoiseProbe.afterRun());
    }

    private static Snapshot described(Snapshot trace) {
        return trace.withFacts(Machine.facts())
                .withFacts(List.of(new Fact("Lanescope", Version.number())));
    }
}
