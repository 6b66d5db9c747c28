package dev.lanescope.concurrency.processes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All child processes that are alive, so that none outlives this JVM when that ends in an orderly
/// way. When it does not, children notice by themselves that their line has ended.
final class Family {

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Family::end, "end-children"));
    }

    private Family() {}

    static void born(Process child) {
        ALIVE.add(child);
        var _ = child.onExit().thenAccept(ALIVE::remove);
    }

    /// Leaves a run that is being stopped the time for its last words, which `CtrlC` gives it too.
    private static void end() {
        for (Process child : ALIVE) {
            child.destroyForcibly();
        }
    }
}
