package dev.lanescope.recording.faults;

import dev.lanescope.recording.Run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Stops a run when no page of it has come out for some time, counted from the first one on.
final class Stopper {

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private volatile long stopped;

    Stopper(Run run, Duration patience) {
        Thread.ofPlatform().daemon().start(() -> watch(run, patience.toNanos()));
    }

    private void watch(Run run, long patience) {
        int done = 0;
        long since = System.nanoTime();
        while (done == 0 || System.nanoTime() - since < patience) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (run.progress().done() != done) {
                done = run.progress().done();
                since = System.nanoTime();
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
