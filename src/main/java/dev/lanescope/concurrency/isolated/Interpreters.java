package dev.lanescope.concurrency.isolated;

import java.util.ArrayList;
import java.util.List;

/// Interpreters and who has them. They live as long as the app, not as long as a run: each loads
/// and compiles every class for itself, and a new one is slow for its first thousand pages.
public final class Interpreters {

    private static final Interpreters OF_THIS_APP = new Interpreters();

    private final List<Interpreter> all = new ArrayList<>();
    private int lastId;

    /// Those that all runs of this app share.
    public static Interpreters ofThisApp() {
        return OF_THIS_APP;
    }

    /// All there are, in the order in which they were made.
    public synchronized List<Interpreter> list() {
        return List.copyOf(all);
    }

    /// How many items the one that has done least has done, of the oldest so many; 0 if there are
    /// not so many.
    synchronized long leastDone(int count) {
        return all.size() < count
                ? 0
                : all.stream().limit(count).mapToLong(Interpreter::itemsDone).min().orElse(0);
    }

    /// Whether a run has it.
    public synchronized boolean isTaken(Interpreter interpreter) {
        return interpreter.isTaken();
    }

    /// Makes another one.
    ///
    /// @throws OutOfMemoryError if the system gives no more threads
    public synchronized Interpreter create() {
        var made = new Interpreter(++lastId);
        all.add(made);
        return made;
    }

    /// Ends an interpreter and returns when nothing of it is left but what the caller keeps.
    ///
    /// @throws IllegalStateException if a run has it
    public void destroy(Interpreter interpreter) throws InterruptedException {
        List<OwnedThread> threads;
        synchronized (this) {
            if (interpreter.isTaken()) {
                throw new IllegalStateException(interpreter + " works in a run; stop that first");
            }
            all.remove(interpreter);
            threads = interpreter.end();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Takes so many for a run, the oldest first, and makes those that are missing.
    ///
    /// @throws OutOfMemoryError if the system gives no more threads; none is taken then
    synchronized List<Interpreter> take(int count) {
        long free = all.stream().filter(each -> !each.isTaken()).count();
        for (long made = free; made < count; made++) {
            var _ = create();
        }
        var chosen = new ArrayList<Interpreter>();
        for (Interpreter each : all) {
            if (chosen.size() < count && each.take()) {
                chosen.add(each);
            }
        }
        return List.copyOf(chosen);
    }

    /// A run needs it no more.
    synchronized void giveBack(Interpreter interpreter) {
        interpreter.giveBack();
    }

    /// A thread hangs in it: it ends when that comes back, if ever, and nobody gets it again.
    synchronized void writeOff(Interpreter interpreter) {
        all.remove(interpreter);
        interpreter.end();
    }
}
