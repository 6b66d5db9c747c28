package dev.lanescope.concurrency.processes;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/// How long the child of one post may take. A thread that is at the same item for too long is known
/// by its last report, and the item is to blame. A child of which nothing is heard for as long as
/// all its items together may take is stuck altogether, and nobody knows over what.
final class Deadlines {

    static final int NOTHING = -1;

    /// How much later than it happens things may be heard.
    private static final Duration SLACK = Duration.ofSeconds(1);

    /// What one thread is at.
    private static final class Watched {
        int item = NOTHING;
        @Nullable Future<?> alarm;
    }

    private final Alarms alarms;
    private final Duration patience;
    private final Runnable kill;
    private final List<Watched> threads = new ArrayList<>();
    private final Set<Integer> overdue = ConcurrentHashMap.newKeySet();
    private @Nullable Future<?> silence;
    private volatile boolean silent;

    /// @param patience how long one item may take
    /// @param kill ends the child
    Deadlines(Alarms alarms, Duration patience, int threads, Runnable kill) {
        this.alarms = alarms;
        this.patience = patience;
        this.kill = kill;
        for (int thread = 0; thread < threads; thread++) {
            this.threads.add(new Watched());
        }
    }

    /// This is what a thread is at now.
    ///
    /// @param item its index, or [#NOTHING]
    void isAt(int thread, int item) {
        Watched watched = threads.get(thread);
        if (watched.item == item) {
            return;
        }
        cancel(watched.alarm);
        watched.item = item;
        watched.alarm = item == NOTHING ? null : alarms.after(patience, () -> ring(item));
    }

    private void ring(int item) {
        overdue.add(item);
        kill.run();
    }

    /// The child was heard or given something.
    ///
    /// @param open how many items it has now
    void somethingMoved(int open) {
        cancel(silence);
        silence =
                open == 0
                        ? null
                        : alarms.after(patience.multipliedBy(open).plus(SLACK), this::ring);
    }

    private void ring() {
        silent = true;
        kill.run();
    }

    /// The items for which the child was killed.
    Set<Integer> overdue() {
        return overdue;
    }

    /// Whether it was killed because nothing was heard of it.
    boolean wasSilent() {
        return silent;
    }

    /// The child is dead; another one may follow.
    void clear() {
        for (int thread = 0; thread < threads.size(); thread++) {
            isAt(thread, NOTHING);
        }
        somethingMoved(0);
        overdue.clear();
        silent = false;
    }

    private static void cancel(@Nullable Future<?> alarm) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
