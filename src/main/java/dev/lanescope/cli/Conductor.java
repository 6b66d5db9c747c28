package dev.lanescope.cli;

import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunProgress;
import dev.lanescope.recording.RunResult;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Carries out runs for a command: progress moves while they go on, and Ctrl-C ends them in order.
///
/// On Ctrl-C (or SIGTERM) the JVM runs its shutdown hooks and then ends, whatever the other threads
/// do. Our hook asks the run to stop and holds the JVM until the command has said its last line,
/// but never longer than [#PATIENCE_MILLIS].
final class Conductor implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 1_000;
    private static final int BAR_COLUMNS = 24;

    private final Streams streams;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "ctrl-c");
    private @Nullable Run current;
    private boolean stopping;

    Conductor(Streams streams) {
        this.streams = streams;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Carries out one run.
    ///
    /// @param what a few words for the progress line, e.g. `warm-up`
    /// @throws TerminalException if it was interrupted
    RunResult carryOut(Experiment experiment, String what)
            throws RunException, TerminalException, InterruptedException {
        var run = new Run(experiment);
        begin(run);
        try (var _ = new ProgressLine(streams, () -> text(run, what))) {
            RunResult result = run.carryOut();
            if (result.stopped()) {
                throw new TerminalException(
                        ExitCode.INTERRUPTED,
                        "stopped after "
                                + result.done()
                                + " of "
                                + Amounts.count(run.progress().total(), "page"));
            }
            return result;
        }
    }

    private synchronized void begin(Run run) {
        current = run;
        if (stopping) {
            run.stop();
        }
    }

    private void interrupted() {
        synchronized (this) {
            stopping = true;
            if (current != null) {
                current.stop();
            }
        }
        try {
            over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String text(Run run, String what) {
        RunProgress progress = run.progress();
        int ended = progress.done() + progress.failed();
        String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
        return switch (run.phase()) {
            case PREPARING -> what + ": preparing the output folder";
            case RENDERING, OVER -> {
                var bar = new Bar(BAR_COLUMNS, streams.err().charset());
                String drawn = bar.of((double) ended / Math.max(1, progress.total()));
                String count = ended + " of " + Amounts.count(progress.total(), "page");
                yield what
                        + "  "
                        + drawn
                        + " ".repeat(Math.max(0, BAR_COLUMNS - drawn.length()))
                        + "  "
                        + count
                        + failed;
            }
            case VERIFYING -> what + ": reading everything back";
        };
    }

    /// Lets an interrupted JVM end.
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already; the hook has been let go above.
        }
    }
}
