package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.kit.Life;
import dev.lanescope.concurrency.kit.Life.Phase;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// One copy of the program's classes, with threads of its own. Nothing in it can see this heap's
/// statics, nor can they be seen from here; what the JDK itself keeps is common.
public final class Interpreter {

    private final int id;
    private final URLClassLoader loader;
    private final List<OwnedThread> threads = new ArrayList<>();
    private final AtomicInteger alive = new AtomicInteger();
    private final AtomicLong itemsDone = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final Life life = new Life();

    Interpreter(int id) {
        this.id = id;
        loader =
                new URLClassLoader(
                        "interpreter-" + id, ClassPath.own(), ClassLoader.getPlatformClassLoader());
        thread(0);
    }

    /// A number that no other interpreter of its [Interpreters] ever has, from 1.
    public int id() {
        return id;
    }

    /// How many items it has done in all runs; the more, the warmer it is.
    public long itemsDone() {
        return itemsDone.get();
    }

    /// In how many runs it has worked.
    public int runs() {
        return runs.get();
    }

    /// In which part of its life it is.
    public Phase phase() {
        return life.phase();
    }

    /// What it has gone through since a moment, for people.
    String lifeSince(long nanos) {
        return life.wordsSince(nanos);
    }

    /// A run wants it.
    ///
    /// @return false if another run has it, or it is ending
    boolean take() {
        return life.from(Phase.NEW, Phase.INIT) || life.from(Phase.WARM, Phase.RUN);
    }

    /// Its session is there; the first one has loaded its classes.
    void isSetUp() {
        if (life.from(Phase.INIT, Phase.WARM)) {
            var _ = life.to(Phase.RUN);
        }
    }

    /// The run that has it is over.
    void giveBack() {
        if (!life.from(Phase.RUN, Phase.WARM)) {
            var _ = life.from(Phase.INIT, Phase.NEW);
        }
    }

    /// Whether a run has it.
    boolean isTaken() {
        Phase now = life.phase();
        return now == Phase.INIT || now == Phase.RUN;
    }

    void didOne() {
        itemsDone.incrementAndGet();
    }

    void didRun() {
        runs.incrementAndGet();
    }

    ClassLoader loader() {
        return loader;
    }

    /// One of its threads, started if there is none with this number yet.
    ///
    /// @param number from 0, not greater than the number of those there are
    /// @throws OutOfMemoryError if the system gives no more threads
    synchronized OwnedThread thread(int number) {
        if (number == threads.size()) {
            String name = "interpreter-" + id + (number == 0 ? "" : "-" + (number + 1));
            var thread = new OwnedThread(name, loader, this::oneEnded);
            alive.incrementAndGet();
            try {
                thread.start();
            } catch (OutOfMemoryError e) {
                oneEnded();
                throw e;
            }
            threads.add(thread);
        }
        return threads.get(number);
    }

    private void oneEnded() {
        if (alive.decrementAndGet() == 0) {
            var _ = life.to(Phase.CLOSED);
            try {
                loader.close();
            } catch (IOException _) {
                // its files are closed as far as they can be
            }
        }
    }

    /// Lets its threads go as soon as they have nothing to do; the last one closes the loader.
    synchronized List<OwnedThread> end() {
        var _ = life.to(Phase.DRAIN);
        threads.forEach(OwnedThread::end);
        return List.copyOf(threads);
    }

    @Override
    public String toString() {
        return "interpreter " + id;
    }
}
