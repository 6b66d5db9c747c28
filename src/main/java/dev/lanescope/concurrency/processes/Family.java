package dev.lanescope.concurrency.processes;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// All child processes that are alive, so that none outlives this JVM when that ends in an orderly
/// way. When it does not, children notice by themselves that their line has ended.
final class Family {

    private static final long PATIENCE_MILLIS = 300;

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Family::end, "end-children"));
    }

    private Family() {}

    static void born(Process child) {
        ALIVE.add(child);
        var _ = child.onExit().thenAccept(ALIVE::remove);
    }

    /// A run that is being stopped meanwhile ends its children by itself, and better.
    private static void end() {
        var exits = ALIVE.stream().map(Process::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException _) {
            // they will not end by themselves
        }
        ALIVE.forEach(Process::destroyForcibly);
    }
}
