package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.StopSignal;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Waiting for threads to end, come what may.
final class Joining {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Joining() {}

    /// Returns when all threads have ended or hang. An interrupt asks for a stop, and the calling
    /// thread is interrupted again at the end. Threads that were never started count as ended.
    static void all(List<? extends Thread> threads, StopSignal stop, Predicate<Thread> isHanging) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive() && !isHanging.test(thread)) {
                try {
                    thread.join(LOOK_AGAIN);
                } catch (InterruptedException _) {
                    interrupted = true;
                    stop.request();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
