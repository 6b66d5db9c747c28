package dev.lanescope.concurrency.isolated;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A thread that belongs to one interpreter for its whole life. It does one task after the other
/// and keeps nothing of any.
final class OwnedThread extends Thread {

    /// What to do next; empty if nothing more follows.
    private final BlockingQueue<Optional<Runnable>> tasks = new LinkedBlockingQueue<>();

    private final Runnable ended;
    private @Nullable Runnable now;

    /// @param ended what to do when it ends
    OwnedThread(String name, ClassLoader loader, Runnable ended) {
        super(null, null, name, 0, false);
        this.ended = ended;
        setDaemon(true);
        setContextClassLoader(loader);
    }

    /// Has it do a task after those it has.
    void execute(Runnable task) {
        tasks.add(Optional.of(task));
    }

    /// Interrupts it, but only while it does this task.
    synchronized void interrupt(Runnable task) {
        if (task.equals(now)) {
            interrupt();
        }
    }

    /// Has it end after the tasks it has.
    void end() {
        tasks.add(Optional.empty());
    }

    @Override
    public void run() {
        try {
            while (takeTurn()) {
                // the next task
            }
        } finally {
            ended.run();
        }
    }

    /// A method of its own, so that a thread that waits has no task in its hands.
    private boolean takeTurn() {
        Optional<Runnable> task;
        try {
            task = tasks.take();
        } catch (InterruptedException _) { // meant for the task before
            return true;
        }
        if (task.isEmpty()) {
            return false;
        }
        begins(task.get());
        try {
            task.get().run();
        } finally {
            begins(null);
        }
        return true;
    }

    private synchronized void begins(@Nullable Runnable task) {
        now = task;
        interrupted(); // whatever was done to the one before
    }
}
