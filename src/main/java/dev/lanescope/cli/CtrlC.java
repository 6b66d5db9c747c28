package dev.lanescope.cli;

import dev.lanescope.recording.Run;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or any other friendly request to end: the run that is going on is stopped, and the
/// command may finish its sentence.
///
/// The JVM answers SIGINT and SIGTERM by running its shutdown hooks and then ends, whatever other
/// threads do. Our hook stops the run and holds the JVM until the command is over, but never longer
/// than it was told. Before the first run it holds nothing: nothing has been written yet.
final class CtrlC implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 1_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::pressed, "ctrl-c");
    private @Nullable Runnable current;
    private volatile long patienceMillis = PATIENCE_MILLIS;
    private boolean stopping;

    CtrlC() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// From now on this is the run that is going on.
    void stops(Run run) {
        ends(run::stop, PATIENCE_MILLIS);
    }

    /// From now on this is how to end what is going on; done by another thread.
    ///
    /// @param patience how long the JVM is held for it, in milliseconds
    synchronized void ends(Runnable end, long patience) {
        current = end;
        patienceMillis = patience;
        if (stopping) {
            end.run();
        }
    }

    private void pressed() {
        synchronized (this) {
            stopping = true;
            if (current == null) {
                return;
            }
            current.run();
        }
        try {
            over.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The command is over: an interrupted JVM may end.
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook has been let go above.
        }
    }
}
