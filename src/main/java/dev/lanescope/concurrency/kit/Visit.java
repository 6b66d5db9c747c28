package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.Worker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;

/// One item on its way through its stages. Belongs to one thread at a time; whoever hands it to
/// another does so through a queue.
///
/// @param <D> the draft
public final class Visit<D> {

    final int index;
    final int number;
    final int[] path;
    final D draft;
    int at;
    int entered;
    Duration patience;
    @Nullable Worker<D> worker; // if it has one of its own

    /// @param patience how long threads may be at it, if anybody looks at the time
    Visit(int index, int number, int[] path, D draft, Duration patience) {
        this.index = index;
        this.number = number;
        this.path = path;
        this.draft = draft;
        this.patience = patience;
    }

    /// The stage that comes next, or was under way when it ended.
    public int stage() {
        return path[Math.min(at, path.length - 1)];
    }

    /// What observers call the item.
    public int number() {
        return number;
    }

    /// The stages that it will not enter, if it has come to its end.
    public int[] rest() {
        return Arrays.copyOfRange(path, entered, path.length);
    }

    boolean hasPassedAll() {
        return at == path.length;
    }
}
