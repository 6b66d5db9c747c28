package dev.lanescope.recording.faults;

import dev.lanescope.recording.Run;
import dev.lanescope.recording.apart.Patience;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Stops a run when no page of it has come out for some time; for the first one it waits longer,
/// because the run has to start first.
final class Stopper {

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    /// Less than a case may take, so that a run that never begins is stopped in order.
    private static final Duration FIRST = Duration.ofSeconds(45);

    private volatile long stopped;

    Stopper(Run run, Duration patience) {
        Thread.ofPlatform().daemon().start(() -> watch(run, patience));
    }

    private void watch(Run run, Duration atMost) {
        int done = 0;
        var patience = new Patience(FIRST);
        while (!patience.isOver()) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (run.progress().done() != done) {
                done = run.progress().done();
                patience.begin(atMost);
            }
        }
        stopped = System.nanoTime();
        run.stop();
    }

    /// How long ago the run was stopped; 0 if it was not.
    long nanosSince() {
        return stopped == 0 ? 0 : System.nanoTime() - stopped;
    }
}
